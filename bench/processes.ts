import { readdir, readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';

/** Peak resident memory of a process in MiB (`VmHWM`), 0 when it is gone. */
async function readPeak(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}

async function readParentAndName(pid: number): Promise<{ parent: number; name: string }> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const [, name = '', rest = ''] = /^\d+ \((.*)\) (.*)$/s.exec(stat) ?? [];
  return { parent: Number(rest.split(' ')[1] ?? 0), name };
}

/** All processes below one, itself included. */
export async function listTree(root: number): Promise<{ pid: number; name: string }[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const all = await Promise.all(pids.map(async (pid) => ({ pid, ...(await readParentAndName(pid)) })));
  const tree = new Set([root]);
  for (let size = 0; size !== tree.size;) {
    size = tree.size;
    for (const { pid, parent } of all) if (tree.has(parent)) tree.add(pid);
  }
  return all.filter(({ pid }) => tree.has(pid)).map(({ pid, name }) => ({ pid, name }));
}

/** Resident memory in MiB of the largest Node process below one, which is the portal itself. */
export async function readPortalMemory(root: number): Promise<number> {
  const sizes = (await listTree(root)).map(async ({ pid, name }) => {
    if (name.startsWith('postgres')) return 0;
    const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
  });
  return Math.max(...(await Promise.all(sizes)));
}

/** Processor time in seconds that the processes below one have used so far. Linux counts in hundredths. */
async function readProcessorTime(root: number): Promise<number> {
  const times = (await listTree(root)).map(async ({ pid }) => {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100;
  });
  return (await Promise.all(times)).reduce((all, time) => all + time, 0);
}

/** Waits until the processes below one have nothing left to do, at most two minutes; whether that came. */
export async function waitUntilQuiet(root: number): Promise<boolean> {
  let before = await readProcessorTime(root);
  for (let turn = 0; turn < 40; turn += 1) {
    await setTimeout(3000);
    const now = await readProcessorTime(root);
    if (now - before < 0.15) return true;
    before = now;
  }
  return false;
}

/** Watches the processes below one and keeps each one's peak memory, until `stop` gives them, largest first. */
export function watchMemory(root: number): {
  stop: () => Promise<{ name: string; pid: number; peakMiB: number }[]>;
} {
  const peaks = new Map<number, { name: string; peakMiB: number }>();
  const look = async () => {
    for (const { pid, name } of await listTree(root)) {
      const peakMiB = await readPeak(pid);
      if (peakMiB > (peaks.get(pid)?.peakMiB ?? 0)) peaks.set(pid, { name, peakMiB });
    }
  };
  const timer = setInterval(() => void look(), 250);
  return {
    stop: async () => {
      clearInterval(timer);
      await look();
      return [...peaks].map(([pid, peak]) => ({ pid, ...peak })).sort((a, b) => b.peakMiB - a.peakMiB);
    },
  };
}
