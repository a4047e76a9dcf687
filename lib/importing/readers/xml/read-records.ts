import { Parser } from 'htmlparser2';
import { RecordBuilder, type XmlRecord } from './record-builder';

const chunkLength = 65_536;

/**
 * The records of a feed or an export in the order of the file: items (`item`, `entry`) and what is said about the
 * whole (the other children of `channel` and `feed`). Takes what is not well-formed: bare ampersands, tags that are
 * never closed, an end in the middle. Expands no entity of a document type and fetches nothing. Holds one record, and
 * stops where elements are nested deeper than any person's file.
 */
export function* readRecords(text: string): Generator<XmlRecord> {
  const records: XmlRecord[] = [];
  const builder = new RecordBuilder(text, (record) => records.push(record));
  const parser = new Parser(
    {
      onopentag: (name, attributes) => builder.open(name, attributes, parser.startIndex, parser.endIndex + 1),
      ontext: (data) => builder.addText(data),
      onclosetag: (name) => builder.close(name, parser.startIndex),
      onend: () => builder.end(),
    },
    { xmlMode: true, decodeEntities: true },
  );
  for (let at = 0; at < text.length && !builder.isTooDeep; at += chunkLength) {
    parser.write(text.slice(at, at + chunkLength));
    yield* records.splice(0);
  }
  parser.end();
  yield* records;
}
