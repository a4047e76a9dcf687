import { Notice } from '@/components/layout/notice';

/** Says that a page needs script; shown only where none runs. */
export function ScriptNotice({ title, text }: { title: string; text: string }) {
  return (
    <div className="without-script">
      <Notice heading="h2" title={title} text={text} />
    </div>
  );
}
