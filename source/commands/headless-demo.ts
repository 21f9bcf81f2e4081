import {readFile} from 'node:fs/promises';
import {basename} from 'node:path';
import {parse} from 'csv-parse/sync';
import type {JobServices} from '../job/options.ts';
import {fieldOfLabel} from '../kinds/index.ts';
import {examplePath} from '../program-files.ts';
import {textReport} from '../report/check/text.ts';
import {endingLines} from '../report/ending.ts';
import {saveSummary} from '../report/saved.ts';
import {Bundle} from '../session/bundle.ts';
import {BundleSource} from '../session/bundle-source.ts';
import {Session} from '../session/session.ts';
import {checkedFile} from './checked.ts';
import type {CommandIo} from './io.ts';
import {demoTexts} from './messages.ts';
import {sendUpload} from './send-upload.ts';

export type DemoServices = {readonly file: string; readonly services: JobServices; readonly integration: string};

/** A line of the corrections list: a new value, a new row (no field), or a row to skip (neither field nor value). */
type Correction = {readonly row: number; readonly field: string; readonly value: string};

/** The demo without a terminal: carries out and prints every step. Returns the exit code. */
export async function headlessDemo({file, services, integration}: DemoServices, io: CommandIo): Promise<number> {
	const print = (text: string) => io.stdout.write(`${text}\n`);
	print(demoTexts.sandbox(services.catalog.address.api.href));
	print(demoTexts.check);
	const session = await Session.open(file, io.signal);
	try {
		print(textReport([checkedFile(session)]));
		const fixes = session.countFixes('safe');
		session.fixAll('safe');
		print(demoTexts.safeFixes(fixes, session.problemCount('error')));
		print(demoTexts.corrections);
		for (const correction of await readCorrections()) print(`   ${applyCorrection(session, correction)}`);
		print(demoTexts.errorsLeft(session.problemCount('error')));
		const saved = await session.save({kind: 'in-place'}, io.signal);
		print(demoTexts.saved(saveSummary({...saved, path: basename(saved.path)}, demoTexts.copy)));
		print(demoTexts.upload);
		const ending = await sendUpload(
			new BundleSource(new Bundle(session)),
			{waitMs: 60_000},
			{integration, ...services},
			{...io, stderr: io.stdout},
		);
		print('');
		print(endingLines(ending).trimEnd());
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

/** Applies a correction and returns a line about it. */
function applyCorrection(session: Session, {row, field: name, value}: Correction): string {
	const field = fieldOfLabel(name);
	if (field !== undefined) {
		const before = session.cells(row)[session.header.mapping[field] ?? -1] ?? '';
		session.setCells(`correct row ${row}`, [[row, session.columnsOf([{field, value}])]]);
		return demoTexts.edited(row, field, before, value);
	}

	if (value === '') {
		session.toggleSkipped(row);
		return demoTexts.skipped(row);
	}

	session.rewriteRow(row, value);
	return demoTexts.rewritten(row, value);
}
