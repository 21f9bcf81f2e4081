import type {TextFrame} from '../../frame.ts';
import {keyLine} from '../../key-line.ts';
import type {EnabledBinding} from '../../keys.ts';
import type {Paint} from '../../theme.ts';
import {helpLines} from './layout.ts';
import {type HelpPage, type HelpState, shownTop} from './state.ts';

/** Draws the keys of a screen and what they do; its own key line says how to see the rest. */
export function drawHelp(state: HelpState, page: HelpPage, paint: Paint): TextFrame {
	const {bindings, size} = page;
	const top = shownTop(state, page);
	const linesFrom = (first: number) =>
		bindings
			.slice(first)
			.flatMap(binding => helpLines(binding, size.columns))
			.map(({keys, text}) => `  ${paint('key', keys)} ${text}`);
	const fits = linesFrom(0).length <= size.rows;
	return {
		lines: linesFrom(top).slice(0, size.rows),
		keys: keyLine(fits ? [back] : [scroll, pageDown, back], size.columns, paint),
	};
}

const scroll: EnabledBinding = {keys: ['up', 'down'], action: 'scroll', label: 'scroll', help: ''};
const pageDown: EnabledBinding = {keys: [' '], action: 'page-down', label: 'next page', shown: 'Space', help: ''};
const back: EnabledBinding = {keys: ['escape'], action: 'back', label: 'back', help: ''};
