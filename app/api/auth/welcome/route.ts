import { acceptWelcome } from '@/lib/editors/accept-welcome';
import { answerErrors } from '@/lib/editors/answer-errors';
import { readOwnJson } from '@/lib/editors/read-own-json';

export async function POST(request: Request): Promise<Response> {
  return answerErrors(request, async () => acceptWelcome(await readOwnJson(request), request.headers));
}
