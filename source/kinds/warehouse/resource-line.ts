/** A resource by its type, its plain name, and the id of its parent. */
export type NamedChild = {readonly type: string; readonly name: string; readonly parent?: string | undefined};

type Members = {readonly [key: string]: string | undefined};

/** Returns the id of a resource: its names, outermost first, with a period between them. Periods inside a name are encoded. */
export function idOf(name: string, parent?: string): string {
	const own = name.replaceAll('%', '%25').replaceAll('.', '%2E');
	return parent === undefined ? own : `${parent}.${own}`;
}

/** Encodes a resource as a line; members that are `undefined` are omitted. */
export function resourceLine({type, name, parent}: NamedChild, members: Members = {}): string {
	const known = {entity_type: type, databuilder_id: idOf(name, parent), parent_databuilder_id: parent, title: name};
	return `${JSON.stringify({...known, ...members})}\n`;
}

/** Adds a whole number to a line, as its digits: a number could lose some. */
export function withDigits(line: string, key: string, digits: string): string {
	return `${line.slice(0, -'}\n'.length)},${JSON.stringify(key)}:${digits}}\n`;
}
