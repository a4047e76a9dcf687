import { useEffect, useState } from 'react';
import type { z } from 'zod';
import { getJson, type GetResult } from './get-json';

/** What an address answers, asked anew whenever it or `version` changes; null until then, and for no address. */
export function useJson<T>(url: string | null, schema: z.ZodType<T>, version = 0): GetResult<T> | null {
  const [answer, setAnswer] = useState<{ url: string; result: GetResult<T> } | null>(null);
  useEffect(() => {
    if (url === null) return;
    let current = true;
    void getJson(url, schema).then((result) => {
      if (current) setAnswer({ url, result });
    });
    return () => {
      current = false;
    };
  }, [url, schema, version]);
  return answer && answer.url === url ? answer.result : null;
}
