/** Shows and serves the buttons of the share row that this browser can serve. */
export function startShareButtons(): void {
  startCopyLink();
  startSystemShare();
}

function startCopyLink(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-copy-link]');
  const status = document.querySelector<HTMLElement>('[data-copy-status]');
  if (!button || !status) return;
  button.addEventListener('click', () => {
    void copy(button.dataset['copyLink'] ?? '').then((done) => {
      status.textContent = (done ? status.dataset['done'] : status.dataset['failed']) ?? '';
    });
  });
  button.hidden = false;
}

/** Browsers keep the clipboard from pages without TLS; there the link is selected and copied the old way. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected();
  }
}

function copySelected(): boolean {
  const link = document.querySelector('[data-share-url]');
  if (!link) return false;
  getSelection()?.selectAllChildren(link);
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else copies on a page without TLS
  return document.execCommand('copy');
}

function startSystemShare(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-system-share]');
  if (!button || !('share' in navigator)) return;
  button.addEventListener('click', () => {
    const share = { title: button.dataset['title'] ?? '', url: button.dataset['systemShare'] ?? '' };
    // Rejects when the reader closes the sheet, which is an answer and no fault.
    void navigator.share(share).catch(() => undefined);
  });
  button.hidden = false;
}
