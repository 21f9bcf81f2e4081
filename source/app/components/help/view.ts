import {fit, wrap} from '../../../text/fit.ts';
import {keyLine} from '../../key-line.ts';
import {type Binding, shownKeys} from '../../keys.ts';
import type {Size} from '../../size.ts';
import type {Paint} from '../../theme.ts';
import type {HelpState} from './state.ts';

const keysWidth = 12;

/** The keys of a screen and what they do, in at most `rows` lines; its own key line says how to see the rest. */
export function drawHelp(
	{top}: HelpState,
	bindings: ReadonlyArray<Binding<string>>,
	{columns, rows}: Size,
	paint: Paint,
): {readonly lines: readonly string[]; readonly keys: string} {
	const linesOf = (some: ReadonlyArray<Binding<string>>) =>
		some.flatMap(binding =>
			wrap(binding.help, columns - keysWidth - 4).map((text, at) =>
				at === 0
					? `  ${paint('key', fit(shownKeys(binding), keysWidth))} ${text}`
					: `  ${' '.repeat(keysWidth)} ${text}`,
			),
		);
	const fits = top === 0 && linesOf(bindings).length <= rows;
	return {
		lines: linesOf(bindings.slice(top)).slice(0, rows),
		keys: keyLine(fits ? [back] : [scroll, back], columns, paint),
	};
}

const scroll: Binding<string> = {keys: ['up', 'down'], action: 'scroll', label: 'scroll', help: ''};
const back: Binding<string> = {keys: ['escape'], action: 'back', label: 'back', help: ''};
