import {readFile} from 'node:fs/promises';
import {basename} from 'node:path';
import {parse} from 'csv-parse/sync';
import type {JobServices} from '../job/options.ts';
import {fieldOfLabel} from '../kinds/index.ts';
import {examplePath} from '../program-files.ts';
import {textReport} from '../report/check/text.ts';
import {endingLines} from '../report/ending.ts';
import {saveSummary} from '../report/saved.ts';
import {Session} from '../session/session.ts';
import {plural} from '../text/format.ts';
import {visible} from '../text/visible.ts';
import {checkedFile} from './checked.ts';
import type {CommandIo} from './io.ts';
import {uploadSession} from './upload.ts';

export type DemoServices = {readonly file: string; readonly services: JobServices; readonly integration: string};

/** A line of the corrections list: a new value, a whole new row, or (row, with no value) a row to leave out. */
type Correction = {readonly row: number; readonly field: string; readonly value: string};

/** The demo without a terminal: every step of the main job is done and printed. Answers the exit code. */
export async function headlessDemo({file, services, integration}: DemoServices, io: CommandIo): Promise<number> {
	const say = (text: string) => io.stdout.write(`${text}\n`);
	say(`1. A catalog to try: a sandbox at ${services.catalog.address.api.href}`);
	say('2. Check the example file');
	const session = await Session.open(file, io.signal);
	try {
		say(textReport(checkedFile(session)));
		const fixes = session.countFixes('safe');
		session.fixAll('safe');
		say(`3. Safe fixes: ${plural(fixes, 'cell')} changed, ${plural(session.problemCount('error'), 'error')} left`);
		say('\n4. What is left is corrected from a list, as a person would do it');
		for (const correction of await readCorrections()) say(`   ${applyCorrection(session, correction)}`);
		say(`   ${plural(session.problemCount('error'), 'error')} left`);
		const saved = await session.save({kind: 'in-place'}, io.signal);
		say(`   ${saveSummary({...saved, path: basename(saved.path)}, ' (a copy in a temporary folder)')}\n`);
		say('5. Upload');
		const ending = await uploadSession(
			session,
			{waitMs: 60_000},
			{integration, ...services},
			{...io, stderr: io.stdout},
		);
		say('');
		say(endingLines(ending).trimEnd());
		return ending.exitCode;
	} finally {
		await session.close();
	}
}

async function readCorrections(): Promise<readonly Correction[]> {
	const text = await readFile(examplePath('corrections.csv'), 'utf8');
	const [, ...lines] = parse(text, {relax_column_count: true});
	return lines.map(([row = '', field = '', value = '']) => ({row: Number(row), field, value}));
}

/** Carries a correction out and says what was done. */
function applyCorrection(session: Session, {row, field: name, value}: Correction): string {
	const field = fieldOfLabel(name);
	if (field !== undefined) {
		const before = session.cells(row)[session.header.mapping[field] ?? -1] ?? '';
		session.setCells(`correct row ${row}`, [[row, session.columnsOf([{field, value}])]]);
		return `row ${row}: ${field} "${visible(before)}" -> "${visible(value)}"`;
	}

	if (value === '') {
		session.toggleSkipped(row);
		return `row ${row}: left out`;
	}

	session.rewriteRow(row, value);
	return `row ${row}: written anew as ${visible(value)}`;
}
