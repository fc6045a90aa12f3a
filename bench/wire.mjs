// HTTP/1.1 as the load scripts need it: answers of a stated length over connections that stay open. A request takes a quarter of
// what node's own client takes of the processor, and what a generator takes on the same machine is missing in what it measures.
import { connect } from 'node:net';

const headEnd = Buffer.from('\r\n\r\n');

/** Connections to one server; whoever asks while all are busy waits for one. */
export class Wire {
  #idle = [];
  #waiting = [];
  #open = new Set();

  constructor(port, connections) {
    this.port = port;
    this.connections = connections;
  }

  /** Posts a body: status, head as it came, text. */
  async post(path, headers, body) {
    const connection = await this.#taken();
    try {
      return await connection.post(path, headers, body);
    } finally {
      this.#giveBack(connection);
    }
  }

  close() {
    for (const connection of this.#open) connection.close();
  }

  #taken() {
    for (let connection = this.#idle.pop(); connection; connection = this.#idle.pop()) {
      if (!connection.isClosed) return connection;
      this.#open.delete(connection);
    }
    if (this.#open.size >= this.connections) return new Promise((resolve) => this.#waiting.push(resolve));
    return this.#opened();
  }

  #opened() {
    const connection = new Connection(this.port);
    this.#open.add(connection);
    return connection;
  }

  #giveBack(connection) {
    if (connection.isClosed) this.#open.delete(connection);
    const next = this.#waiting.shift();
    if (next) next(connection.isClosed ? this.#opened() : connection);
    else if (!connection.isClosed) this.#idle.push(connection);
  }
}

/** One connection, which carries one request after the other. */
class Connection {
  isClosed = false;
  #parts = [];
  #asked = null;

  constructor(port) {
    this.host = `127.0.0.1:${port}`;
    this.socket = connect(port, '127.0.0.1').setNoDelay();
    this.socket.on('data', (part) => this.#take(part));
    this.socket.on('error', (error) => this.#end(error));
    this.socket.on('close', () => this.#end(new Error('The connection was closed before the answer.')));
  }

  post(path, headers, body) {
    const fields = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`).join('');
    const head = `POST ${path} HTTP/1.1\r\nhost: ${this.host}\r\n${fields}content-length: ${Buffer.byteLength(body)}\r\n\r\n`;
    return new Promise((resolve, reject) => {
      this.#asked = { resolve, reject };
      if (typeof body === 'string') return void this.socket.write(head + body);
      this.socket.write(head);
      this.socket.write(body);
    });
  }

  close() {
    this.isClosed = true;
    this.socket.destroy();
  }

  #take(part) {
    this.#parts.push(part);
    const all = this.#parts.length === 1 ? part : Buffer.concat(this.#parts);
    this.#parts = [all];
    const end = all.indexOf(headEnd);
    if (end < 0) return;
    const head = all.latin1Slice(0, end);
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1]);
    if (Number.isNaN(length)) return this.#end(new Error(`An answer does not say how long it is: ${head}`));
    if (all.length < end + headEnd.length + length) return;
    this.#parts = [];
    const answer = { status: Number(head.slice(9, 12)), head, text: all.utf8Slice(end + headEnd.length) };
    if (/\r\nconnection: close/i.test(head)) this.close();
    this.#asked?.resolve(answer);
    this.#asked = null;
  }

  #end(error) {
    this.close();
    this.#asked?.reject(error);
    this.#asked = null;
  }
}

/** The values of a header, of which there may be several. `valuesOf(answer.head, 'set-cookie')` */
export function valuesOf(head, name) {
  return head.split('\r\n').slice(1).filter((line) => line.toLowerCase().startsWith(`${name}:`)).map((line) => line.slice(name.length + 1).trim());
}
