import { SaxesParser } from 'saxes';
import { LedgerFileError } from '../ledger-file.error.js';

/** Who listens to a part's XML. Names come without their namespace prefix. */
export interface XmlListener {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

// A tag or a text that goes on for longer than this is made to fill the memory.
const LONGEST_SPAN = 4 * 1024 * 1024;

/**
 * Parses a part as it arrives. Yields after each piece, so that whoever listens can hand on what it has gathered and
 * the next piece is read only then. Throws LedgerFileError on XML that is not well formed and on document types, which
 * no spreadsheet has.
 */
export async function* parseXml(part: AsyncIterable<Uint8Array>, listener: XmlListener): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const decoder = new TextDecoder();
  let span = 0;
  parser.on('error', (error) => {
    throw new LedgerFileError('FILE_DAMAGED', {}, error);
  });
  parser.on('doctype', () => {
    throw new LedgerFileError('FILE_DAMAGED', {}, new Error('A part declares a document type.'));
  });
  parser.on('opentag', ({ name, attributes }) => {
    span = 0;
    listener.open(localName(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    span = 0;
    listener.close?.(localName(name));
  });
  parser.on('text', (text) => {
    span = 0;
    listener.text?.(text);
  });
  parser.on('cdata', (text) => listener.text?.(text));

  for await (const bytes of part) {
    const text = decoder.decode(bytes, { stream: true });
    span += text.length;
    parser.write(text);
    if (span > LONGEST_SPAN) throw new LedgerFileError('FILE_UNPACKS_TOO_LARGE');
    yield;
  }
  parser.write(decoder.decode());
  parser.close();
  yield;
}

/** Parses a part that is short and has nothing to hand on. */
export async function parseWholeXml(part: AsyncIterable<Uint8Array>, listener: XmlListener): Promise<void> {
  for await (const _ of parseXml(part, listener));
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
