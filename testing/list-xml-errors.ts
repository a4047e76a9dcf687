/* eslint-disable @typescript-eslint/no-deprecated -- RFC 4287 is written in RELAX NG, and no other typed validator reads it */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { RelaxNGValidator, XmlDocument, XmlLibError, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';

/** The schemas of `testing/schemas`. */
export type XmlSchema = 'sitemap.xsd' | 'siteindex.xsd' | 'rss.rng' | 'atom.rng' | 'opensearch.rng';

const known = new Map<XmlSchema, XsdValidator | RelaxNGValidator>();

/** For tests only: what makes a document not well-formed or not valid; empty when all is right. */
export function listXmlErrors(xml: string, schema: XmlSchema): string[] {
  const validator = getValidator(schema);
  try {
    const document = XmlDocument.fromString(xml);
    try {
      validator.validate(document);
      return [];
    } finally {
      document.dispose();
    }
  } catch (error) {
    if (error instanceof XmlLibError) return error.details.map(({ message }) => message);
    throw error;
  }
}

function getValidator(schema: XmlSchema): XsdValidator | RelaxNGValidator {
  const there = known.get(schema);
  if (there) return there;
  // One schema imports another beside it.
  xmlRegisterFsInputProviders();
  const file = path.join(import.meta.dirname, 'schemas', schema);
  const document = XmlDocument.fromBuffer(readFileSync(file), { url: file });
  const validator = schema.endsWith('.xsd')
    ? XsdValidator.fromDoc(document)
    : RelaxNGValidator.fromDoc(document);
  known.set(schema, validator);
  return validator;
}
