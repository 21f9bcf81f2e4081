import {type Clock, systemClock} from '../clock.ts';
import {clipboardSequence, mayHaveClipboard} from './clipboard.ts';
import type {Screen} from './screen.ts';
import {type Size, sizeOf} from './size.ts';
import {valueStore} from './store.ts';
import {type Paint, painter} from './theme.ts';

export type AppStreams = {
	readonly stdin: NodeJS.ReadStream;
	readonly stdout: NodeJS.WriteStream;
	readonly stderr: NodeJS.WriteStream;
	readonly env: NodeJS.ProcessEnv;
	readonly signal: AbortSignal;
	/** True to draw with ASCII signs only. */
	readonly ascii: boolean;
	/** Returns a text without tokens. */
	withoutSecrets(text: string): string;
};

/** Thrown to everything that waits through `Stage.until` when the user or a signal ends the app. */
export class AppClosed extends Error {
	override readonly name = 'AppClosed';
}

/** Takes over the terminal and draws the current screen of a stage on it. */
export type Mount = (stage: Stage) => MountedApp;

/** An app that is drawn on the terminal. */
export type MountedApp = {
	/** Writes a sequence that draws nothing. */
	write(sequence: string): void;
	/** Restores the terminal. */
	close(): Promise<void>;
};

/**
Holds the terminal while the app runs: takes it over with the first screen, and restores it on `close`. Everything that waits
for the user waits through `until`.
*/
export class Stage {
	readonly paint: Paint;
	readonly streams: AppStreams;
	readonly size;
	readonly screen = valueStore<Screen>({name: 'blank'});
	readonly #closed = Promise.withResolvers<never>();
	#hasQuit = false;
	readonly clock: Clock;
	readonly #mount: Mount;
	#mounted: MountedApp | undefined;

	constructor(streams: AppStreams, mount: Mount, clock: Clock = systemClock) {
		const {env, stdout, signal} = streams;
		this.streams = streams;
		this.clock = clock;
		this.#mount = mount;
		this.paint = painter(env.NO_COLOR ? 'no-colour' : 'colour');
		this.size = valueStore<Size>(sizeOf(stdout));
		this.#closed.promise.catch(() => undefined);
		if (signal.aborted) this.quit();
		else signal.addEventListener('abort', () => this.quit(), {once: true});
	}

	get signal(): AbortSignal {
		return this.streams.signal;
	}

	/** Replaces the current screen. */
	show(screen: Screen): void {
		// The app can end before its first screen.
		if (this.#hasQuit) return;
		this.screen.dispatch(screen);
		this.#mounted ??= this.#mount(this);
	}

	/** Returns the value of a promise. @throws AppClosed if the app ends before */
	until<Value>(promise: Promise<Value>): Promise<Value> {
		return Promise.race([promise, this.#closed.promise]);
	}

	/** True if the user or a signal has ended the app. */
	get hasQuit(): boolean {
		return this.#hasQuit;
	}

	/** True if the terminal may have a clipboard. */
	get canCopy(): boolean {
		return mayHaveClipboard(this.streams.env);
	}

	/** Sends a text to the clipboard of the terminal, which does not report whether it took it. */
	copy(text: string): void {
		// The sequence hides a secret from the filter of the terminal's stream.
		this.#mounted?.write(clipboardSequence(this.streams.withoutSecrets(text)));
	}

	/** Ends the app: everything that waits through `until` stops. */
	quit(): void {
		this.#hasQuit = true;
		this.#closed.reject(new AppClosed());
	}

	/** Ends the app. @throws AppClosed */
	async end(): Promise<never> {
		this.quit();
		return this.#closed.promise;
	}

	/** Restores the terminal. */
	async close(): Promise<void> {
		await this.#mounted?.close();
	}
}
