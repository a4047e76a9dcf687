import type { Sql } from '@/lib/db/sql';
import { z } from 'zod';
import { listPeriods, listProbes, windowMs } from './story-marks';

/** An article is compared with at most so many others, those with most passages in common. */
const mostCandidates = 20;

/** Fewer passages in common are chance. */
const fewestShared = 2;

/** Sketches read at once. */
const pageSize = 2000;

/** What the index knows of a story. */
export interface Sketch {
  id: number;
  publishedAt: Date;
  marks: number[];
}

/** An article and another that may tell the same. */
export interface Candidate {
  id: number;
  otherId: number;
}

/**
 * For each story the others of its days that share at least two passages, at most 20, those with most in common. The
 * index is asked once for all stories, and what each shares with whom is counted here: counted by the database, a story
 * at a time, every sketch of the days would be read for every story wherever texts have phrases in common.
 */
export async function findCandidates(sql: Sql, stories: readonly Sketch[]): Promise<Candidate[]> {
  const { probes, holders } = listAllProbes(stories);
  if (holders.size === 0) return [];
  const found = stories.map((story) => new Nearest(story));
  for await (const sketches of readSketches(sql, probes))
    for (const sketch of sketches)
      for (const [at, shared] of countShared(sketch.marks, holders)) found[at]?.add(sketch, shared);
  return found.flatMap((nearest) => nearest.list());
}

/** The marks to look for, by the three days they belong to; and which stories (by their place) look for a mark. */
function listAllProbes(stories: readonly Sketch[]) {
  const probes = new Map<number, Set<number>>();
  const holders = new Map<number, number[]>();
  for (const [at, { marks, publishedAt }] of stories.entries()) {
    const dated = listProbes(marks, publishedAt);
    for (const [beside, period] of listPeriods(publishedAt).entries()) {
      const known = probes.get(period) ?? new Set();
      probes.set(period, known);
      for (const mark of dated[beside] ?? []) {
        known.add(mark);
        const others = holders.get(mark);
        if (others) others.push(at);
        else holders.set(mark, [at]);
      }
    }
  }
  return { probes: [...probes.values()].filter(({ size }) => size > 0), holders };
}

function countShared(marks: readonly number[], holders: ReadonlyMap<number, number[]>): Map<number, number> {
  const shared = new Map<number, number>();
  for (const mark of marks)
    for (const at of holders.get(mark) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
  return shared;
}

const sketchRows = z.array(z.object({ id: z.int(), publishedAt: z.date(), marks: z.string() }));

/**
 * The sketches that have one of the marks, a part at a time: of days with very many articles not all are in memory.
 * Always by the index, as the planner takes the comparison of two long lists of marks for as cheap as that of numbers.
 */
async function* readSketches(sql: Sql, probes: readonly ReadonlySet<number>[]): AsyncGenerator<Sketch[]> {
  await sql('SET LOCAL enable_seqscan = off');
  await sql(
    `DECLARE found_sketches NO SCROLL CURSOR FOR
     SELECT s.article_id AS id, s.published_at AS "publishedAt", array_to_string(s.marks, ' ') AS marks
     FROM json_to_recordset($1::json) AS p(probes int[]) JOIN story_sketches s ON s.marks && p.probes`,
    [JSON.stringify(probes.map((each) => ({ probes: [...each] })))],
  );
  await sql('SET LOCAL enable_seqscan TO DEFAULT');
  for (let isEnd = false; !isEnd;) {
    const rows = sketchRows.parse(await sql(`FETCH ${pageSize} FROM found_sketches`));
    yield rows.map(({ marks, ...row }) => ({ ...row, marks: marks.split(' ').map(Number) }));
    isEnd = rows.length < pageSize;
  }
  await sql('CLOSE found_sketches');
}

interface Found extends Candidate {
  shared: number;
  /** Milliseconds between the two. */
  apart: number;
}

/** Keeps those that have most in common with a story; of equal ones the nearest in time. */
class Nearest {
  private found: Found[] = [];

  constructor(private readonly story: Sketch) {}

  add({ id: otherId, publishedAt }: Sketch, shared: number): void {
    const { id } = this.story;
    if (shared < fewestShared || otherId === id) return;
    const apart = Math.abs(publishedAt.getTime() - this.story.publishedAt.getTime());
    if (apart > windowMs) return;
    this.found.push({ id, otherId, shared, apart });
    if (this.found.length >= 10 * mostCandidates) this.cut();
  }

  list(): Candidate[] {
    this.cut();
    return this.found;
  }

  private cut(): void {
    this.found.sort((a, b) => b.shared - a.shared || a.apart - b.apart || a.otherId - b.otherId);
    this.found.length = Math.min(this.found.length, mostCandidates);
  }
}
