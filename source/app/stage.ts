import {type Clock, systemClock} from './clock.ts';
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
	/** Draw with ASCII signs alone. */
	readonly ascii: boolean;
	/** Returns a text without tokens: no screen shows one. */
	withoutSecrets(text: string): string;
};

/** The person, or a signal, has ended the app: nothing that is being waited for comes any more. */
export class AppClosed extends Error {
	override readonly name = 'AppClosed';
}

/** Takes the terminal and draws the stage on it. */
export type Mount = (stage: Stage) => MountedApp;

/** A stage that is drawn on the terminal. */
export type MountedApp = {
	/** Gives the terminal back as it was before. */
	close(): Promise<void>;
};

/**
The terminal while the app runs. It is taken with the first screen that is shown, and is as it was before when the stage is
closed. Everything that waits for a person waits through `until`.
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

	/** Puts a screen in the place of the one before. */
	show(screen: Screen): void {
		// A person who has left before the first screen sees none.
		if (this.#hasQuit) return;
		this.screen.dispatch(screen);
		this.#mounted ??= this.#mount(this);
	}

	/** What a promise comes to, unless the app is left before. @throws Left */
	until<Value>(promise: Promise<Value>): Promise<Value> {
		return Promise.race([promise, this.#closed.promise]);
	}

	/** Whether the person, or a signal, has ended the app. */
	get hasQuit(): boolean {
		return this.#hasQuit;
	}

	/** Ends the app: whatever waits through `until` stops. */
	quit(): void {
		this.#hasQuit = true;
		this.#closed.reject(new AppClosed());
	}

	/** Gives the terminal back. */
	async close(): Promise<void> {
		await this.#mounted?.close();
	}
}
