import {UserError} from '../errors/user-error.ts';
import type {FileKind} from '../kinds/file-kind.ts';
import {visible} from '../text/visible.ts';

/** An open file: its path and its kind. */
type FileOfKind = {readonly path: string; readonly kind: FileKind};

/** Returns the files of one upload in the order of its parts. @throws UserError if they are not sent together */
export function inUploadOrder<File extends FileOfKind>(files: readonly File[]): readonly [File, ...File[]] {
	const [first, second, ...more] = files;
	if (first === undefined) throw new RangeError('an upload needs a file');
	if (second === undefined) return [first];
	if (more.length > 0 || first.kind.pairing?.kind !== second.kind.name) throw notTogether(first, second);
	return first.kind.pairing.place === 'first' ? [first, second] : [second, first];
}

function notTogether(one: FileOfKind, other: FileOfKind): UserError<'wrong-usage'> {
	const {name, pairing} = one.kind;
	const hint =
		pairing === undefined
			? 'Each of them is an upload of its own: run the command once for each file.'
			: `Give one file, or a ${name} file and a ${pairing.kind} file.`;
	const names = [one, other].map(({path}) => visible(path)).join(' and ');
	return new UserError(
		'wrong-usage',
		name === other.kind.name
			? `${names} are of the same kind (${name}).`
			: `${names} are of kinds that are not sent together (${name}, ${other.kind.name}).`,
		hint,
	);
}
