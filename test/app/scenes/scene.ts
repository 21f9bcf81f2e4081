import type {ReviewAction} from '../../../source/app/screens/review/state.ts';
import type {Stage} from '../../../source/app/stage.ts';
import type {SceneClock} from './scene-clock.ts';

/** Presses keys on a screen, in this process or in a terminal, and waits for a text. */
export type Player = {
	/** Presses keys, by their names with a space between them: `tab tab enter`, `ctrl+s`, `space`. */
	press(keys: string, wanted: string | RegExp): Promise<void>;
	/** Types a text, character by character. */
	type(text: string, wanted: string | RegExp): Promise<void>;
	shows(wanted: string | RegExp): Promise<void>;
	/** Dispatches an event of the open file that no key causes. Only in this process. */
	happens(action: ReviewAction): void;
};

/** The start of a scene: in this process, and if possible as the built program in a terminal. */
export type SceneStart = {
	/** The files in the current folder. */
	readonly files: Readonly<Record<string, string | Buffer>>;
	/** Runs the screens on a stage until the app is closed. @throws AppClosed */
	begin(stage: Stage, clock: SceneClock): Promise<void>;
	/** The arguments with which the built program starts in the same way. */
	readonly args?: readonly string[];
};

/** A screen of the app: its start, the keys that lead to it, and the texts to wait for. */
export type Scene = {
	readonly name: string;
	readonly start: SceneStart;
	readonly ascii?: boolean;
	/** The only sizes to capture; the default sizes if absent. */
	readonly sizes?: readonly SceneSize[];
	play(player: Player): Promise<void>;
};

export type SceneSize = readonly [columns: number, rows: number];

/** The sizes of every scene without its own. */
export const defaultSizes: readonly SceneSize[] = [
	[200, 50],
	[80, 24],
	[60, 16],
];

/** Returns the sizes in which a scene is captured. */
export function sizesOf({sizes}: Scene): readonly SceneSize[] {
	return sizes ?? defaultSizes;
}
