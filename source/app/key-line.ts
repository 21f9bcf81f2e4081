import {width} from '../text/fit.ts';
import {type Binding, shownKeys} from './keys.ts';
import type {Paint} from './theme.ts';

/** The last line of a screen: the keys that matter here, as many as there is room for, the last two always. */
export function keyLine(bindings: ReadonlyArray<Binding<string>>, cells: number, paint: Paint): string {
	const labelled = bindings.flatMap(binding =>
		binding.label === undefined ? [] : [{keys: shownKeys(binding), label: binding.label}],
	);
	const size = ({keys, label}: {keys: string; label: string}) => width(keys) + 1 + width(label) + 2;
	const kept = labelled.slice(-2);
	let room = cells - kept.reduce((sum, item) => sum + size(item), 0);
	const first = [];
	for (const item of labelled.slice(0, -2)) {
		room -= size(item);
		if (room < 0) break;
		first.push(item);
	}

	return keysText(paint, ...[...first, ...kept].map(({keys, label}) => [keys, label] as const));
}

/** The keys of something small, all of them. */
export function keysText(paint: Paint, ...pairs: ReadonlyArray<readonly [key: string, label: string]>): string {
	return pairs.map(([key, label]) => `${paint('key', key)} ${label}`).join('  ');
}
