import {realpath} from 'node:fs/promises';
import {exitCodes} from '../../errors/exit-codes.ts';
import {checkText} from '../../report/check/text.ts';
import {total} from '../../rules/codes.ts';
import type {Session} from '../../session/session.ts';
import {fixedCopyPath, isThere, type SaveTarget} from '../../table/save.ts';
import {plural} from '../../text/format.ts';
import {visible} from '../../text/visible.ts';
import {checkedFile, savedFile} from '../checked.ts';
import {confirm} from '../confirm.ts';
import {type CommandIo, canAsk} from '../io.ts';
import {findTarget, type TargetOptions} from '../target.ts';
import {usageError} from '../usage-error.ts';
import {type Change, type FixOptions, makeChanges} from './changes.ts';
import type {MapOption} from './options.ts';
import {openForFix} from './prepare.ts';

export type FixCommandOptions = TargetOptions &
	FixOptions & {
		readonly source: string;
		readonly map: readonly MapOption[];
		readonly dryRun: boolean;
		readonly output?: string | undefined;
		readonly inPlace: boolean;
		readonly json: boolean;
	};

/** `secoda-upload fix <file>`: what was asked for and all safe fixes, saved byte-true. Answers the exit code. */
export async function fixCommand(options: FixCommandOptions, io: CommandIo): Promise<number> {
	const {reading} = await findTarget(options, io);
	const target = options.dryRun ? undefined : await targetOf(options, io);
	const session = await openForFix(options.source, {...options, ...reading}, io.signal);
	try {
		const changes = [...mapped(options.map), ...(session.readable ? makeChanges(session, options) : [])];
		const isNew = changes.length > 0 || session.table.file.isCopy;
		const saved = isNew && target !== undefined ? await session.save(target, io.signal) : undefined;
		const file = saved === undefined ? checkedFile(session) : savedFile(session, saved);
		if (options.json) {
			const {counts} = file;
			const valid = total(file.counts, 'error') === 0;
			const result = {file: options.source, output: saved ?? null, changes, valid, counts: Object.fromEntries(counts)};
			io.stdout.writeJson(result);
		} else {
			io.stdout.write(`${[...changes.flatMap(lines), ending(session, changes, saved, options)].join('\n')}\n`);
			if (file.counts.size > 0)
				io.stdout.write(`\n${options.dryRun ? 'What would be left' : 'What is left'}:\n${checkText(file)}`);
		}

		return total(file.counts, 'error') === 0 ? exitCodes.done : exitCodes.fileHasErrors;
	} finally {
		await session.close();
	}
}

/** Where the result goes. @throws UsageError when that is not clear, before anything is read. */
async function targetOf({source, output, inPlace}: FixCommandOptions, io: CommandIo): Promise<SaveTarget> {
	if (inPlace && output !== undefined) throw usageError('Both --in-place and -o are given.', 'Choose one of the two.');
	if (inPlace) return {kind: 'in-place'};
	if (output !== undefined) {
		const same = (await realpath(output).catch(() => output)) === (await realpath(source).catch(() => source));
		return same ? {kind: 'in-place'} : {kind: 'copy', path: output, replace: true};
	}

	const path = fixedCopyPath(source);
	if (!(await isThere(path))) return {kind: 'copy', path, replace: false};
	if (io.yes || canAsk(io)) {
		if (await confirm(`${visible(path)} is there already. Replace it?`, io)) return {kind: 'copy', path, replace: true};
	}

	throw usageError(
		`${visible(path)} is there already. Nothing was changed.`,
		'Name the file to write (-o), replace that one (--yes), change the file itself (--in-place), or only look (--dry-run).',
	);
}

function mapped(map: readonly MapOption[]): readonly Change[] {
	if (map.length === 0) return [];
	const samples = map.map(({header, field}) => ({row: 1, field: header, before: header, after: field}));
	return [{what: 'map', cells: map.length, samples}];
}

function lines({what, cells, samples}: Change): readonly string[] {
	return [
		`${what}: ${plural(cells, 'cell')}`,
		...samples.map(
			({row, field, before, after}) =>
				`   row ${row}: ${visible(field)} "${shortened(before)}" -> "${shortened(after)}"`,
		),
		...(cells > samples.length && samples.length > 0 ? ['   ...'] : []),
	];
}

function ending(
	{table}: Session,
	changes: readonly Change[],
	saved: string | undefined,
	{dryRun, source}: FixCommandOptions,
): string {
	const rows = plural(table.overlay.size, 'row');
	if (saved !== undefined)
		return table.file.isCopy
			? `Saved to ${visible(saved)}; ${visible(source)} is as it was.`
			: `Saved to ${visible(saved)}: ${rows} changed, every other byte is as it was.`;
	if (changes.length === 0) return 'Nothing was changed: there is nothing that can be fixed so.';
	return dryRun ? `Nothing was written (--dry-run): ${rows} would change.` : 'Nothing was changed.';
}

function shortened(text: string): string {
	const shown = visible(text.slice(0, 60));
	return text.length > 60 ? `${shown}…` : shown;
}
