/** Two ends of a connection in one process: what is written at one end is read at the other, message by message. */
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  type DataCallback,
  type Disposable,
  type Message,
  type MessageReader,
  type MessageWriter,
} from 'vscode-languageserver-protocol/node';

export interface End {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
}

export function pipe(): readonly [End, End] {
  const [first, second] = [new Reader(), new Reader()];
  return [
    { reader: first, writer: new Writer(second) },
    { reader: second, writer: new Writer(first) },
  ];
}

class Reader extends AbstractMessageReader implements MessageReader {
  #take: DataCallback | null = null;
  #early: Message[] = [];

  listen(take: DataCallback): Disposable {
    this.#take = take;
    for (const message of this.#early.splice(0)) take(message);
    return {
      dispose: () => {
        this.#take = null;
      },
    };
  }

  receive(message: Message): void {
    if (this.#take) this.#take(message);
    else this.#early.push(message);
  }
}

class Writer extends AbstractMessageWriter implements MessageWriter {
  readonly #other: Reader;

  constructor(other: Reader) {
    super();
    this.#other = other;
  }

  /** As over a wire: what is sent is a copy, and comes later. */
  write(message: Message): Promise<void> {
    const copy = JSON.parse(JSON.stringify(message)) as Message;
    queueMicrotask(() => this.#other.receive(copy));
    return Promise.resolve();
  }

  end(): void {}
}
