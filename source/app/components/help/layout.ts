import {fit, wrap} from '../../../text/fit.ts';
import {type EnabledBinding, shownKeys} from '../../keys.ts';

const keysWidth = 12;

/** A line of the help: the keys, padded, and what they do. */
export type HelpLine = {readonly keys: string; readonly text: string};

/** Returns a binding as lines of at most `columns`, its keys in the first. */
export function helpLines(binding: EnabledBinding, columns: number): readonly HelpLine[] {
	return wrap(binding.help, columns - keysWidth - 4).map((text, at) => ({
		keys: fit(at === 0 ? shownKeys(binding) : '', keysWidth),
		text,
	}));
}
