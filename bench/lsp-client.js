// An editor as `cops lsp` sees it: speaks the protocol with a real process. The bench and the tests use it.
import { spawn } from 'node:child_process';

/** @typedef {{ id?: number, method?: string, params?: any, result?: any, error?: { code: number, message: string } }} Message */

/**
 * Starts a language server and speaks with it. What it says is kept until somebody waits for it.
 * @param {readonly string[]} argv words after `node` @param {{ cwd: string, patience?: number }} options
 */
export function startServer(argv, { cwd, patience = 60_000 }) {
  const child = spawn(process.execPath, argv, { cwd, stdio: ['pipe', 'pipe', 'pipe'] });
  /** @type {Message[]} */
  let heard = [];
  /** @type {Set<() => void>} */
  const waiting = new Set();
  let stderr = '';
  let last = 0;
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  // A server that is gone reads no more: what is then sent is lost, as from an editor.
  child.stdin.on('error', () => undefined);
  readMessages(child.stdout, (message) => {
    heard.push(message);
    for (const look of [...waiting]) look();
  });
  /** @type {Promise<{ code: number | null, signal: string | null }>} */
  const exited = new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));

  /** The first message that fits, heard already or to come. @param {(message: Message) => boolean} fits @returns {Promise<Message>} */
  const wait = (fits) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.delete(look);
        reject(new Error(`nothing came; heard ${JSON.stringify(heard).slice(0, 800)} ${stderr}`));
      }, patience);
      const look = () => {
        const found = heard.find(fits);
        if (!found) return;
        heard = heard.filter((message) => message !== found);
        waiting.delete(look);
        clearTimeout(timer);
        resolve(found);
      };
      waiting.add(look);
      look();
    });
  /** @param {Message} message */
  const send = (message) => writeRaw(frame(JSON.stringify({ jsonrpc: '2.0', ...message })));
  /** @param {string} text */
  const writeRaw = (text) => child.stdin.write(text);
  return {
    child,
    exited,
    stderr: () => stderr,
    writeRaw,
    /** @param {string} method @param {unknown} params */
    notify: (method, params) => send({ method, params }),
    /** @param {string} method @param {unknown} [params] @returns {Promise<any>} */
    request: async (method, params) => {
      const id = ++last;
      send({ id, method, params });
      const { result, error } = await wait((message) => message.id === id && message.method === undefined);
      if (error) throw new Error(error.message);
      return result;
    },
    /** The parameters of the next notification of that name that fits. @param {string} method @param {(params: any) => boolean} [fits] */
    next: async (method, fits = () => true) => {
      const message = await wait((one) => one.method === method && fits(one.params));
      return message.params;
    },
    /** Answers a question of the server. @param {string} method @param {unknown} result */
    respond: async (method, result) => {
      const { id, params } = await wait((one) => one.method === method && one.id !== undefined);
      send({ ...(id !== undefined && { id }), result });
      return params;
    },
    /** What was said and not waited for. @param {string} method */
    unheard: (method) => heard.filter((message) => message.method === method).map(({ params }) => params),
  };
}

/** @param {string} text */
export function frame(text) {
  return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
}

/** Throws where anything but the protocol is written. @param {import('node:stream').Readable} stream @param {(message: Message) => void} hear */
function readMessages(stream, hear) {
  let rest = Buffer.alloc(0);
  stream.on('data', (/** @type {Buffer} */ chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const head = rest.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = /^Content-Length: (\d+)$/im.exec(rest.subarray(0, head).toString('latin1'))?.[1];
      if (length === undefined) throw new Error(`no message: ${rest.toString('utf8', 0, 200)}`);
      const end = head + 4 + Number(length);
      if (rest.length < end) return;
      const body = rest.subarray(head + 4, end).toString('utf8');
      rest = rest.subarray(end);
      hear(JSON.parse(body));
    }
  });
}
