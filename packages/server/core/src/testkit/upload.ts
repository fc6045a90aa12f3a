import type { TestServer } from '@weixiang/kernel/testkit';

/** An upload as a browser sends it. */
export interface UploadRequest {
  path: string;
  token: string | null;
  content: Buffer | null;
  fileName?: string;
  /** Name of the part; `file` unless told. */
  part?: string;
  language?: string;
}

/** Sends a file to a route by multipart; gives the status and the JSON of the answer. */
export async function upload(
  server: TestServer,
  { path, token, content, fileName = 'wishes.xlsx', part = 'file', language }: UploadRequest,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const boundary = 'weixiang-test-boundary';
  const file = content && [`--${boundary}\r\ncontent-disposition: form-data; name="${part}"; filename="${fileName}"\r\ncontent-type: application/octet-stream\r\n\r\n`, content, '\r\n'];
  const payload = Buffer.concat([...(file ?? []), `--${boundary}--\r\n`].map((piece) => (typeof piece === 'string' ? Buffer.from(piece) : piece)));
  const answer = await server.http.inject({
    method: 'POST',
    url: path,
    headers: {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(language ? { 'accept-language': language } : {}),
    },
    payload,
  });
  return { status: answer.statusCode, body: Object(answer.json()) };
}
