import {existsSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {referencePath} from '../test/reference/reference.ts';
import type {Figures} from './figures.ts';
import {benchmarkFile, benchmarkPair} from './files.ts';
import {type Run, runNode, runOther} from './processes.ts';
import {check, measureCheck, measurePlan, measureStream, measureUpload} from './program.ts';
import {measureProposals} from './proposals/measure.ts';
import {measureFrames, windowSizes} from './terminal/frames.ts';
import {measureStart} from './terminal/start.ts';
import {measureVisiData} from './terminal/visidata.ts';

export type SectionOptions = {
	readonly program: string;
	readonly records: number;
	/** A folder of the user's files with an `expected.json`. */
	readonly files: string | undefined;
};

/** A group of figures that are measured together, one round after the other. */
export type Section = {
	readonly title: string;
	/** True if the figures depend on the built program alone, so that two programs can be compared. */
	readonly comparesPrograms: boolean;
	/** The label that others are compared with. */
	readonly base?: string;
	round(options: SectionOptions): Promise<Figures>;
};

const bareReader =
	'import csv, sys\nrows = 0\nwith open(sys.argv[1], encoding="utf-8", newline="") as f:\n    for row in csv.reader(f): rows += 1\nprint(rows)';

const bareLoads =
	'import json, sys\nrows = 0\nfor path in sys.argv[1:]:\n    for line in open(path, "rb"): json.loads(line); rows += 1\nprint(rows)';

/** The sections by name, in the order of the report. */
export const sections: Readonly<Record<string, Section>> = {
	check: {
		title: 'The check, and programs that read the same file',
		comparesPrograms: false,
		base: '`check`, s',
		async round({program, records}) {
			const path = await benchmarkFile(records, 'usual');
			const own = await measureCheck(program, path);
			return {
				...own,
				...(await measureStream(program, path)),
				...(await measured('scan', path)),
				...besideReader(own, await runOther('python3', ['-c', bareReader, path])),
				...(await measured('csv-parse', path)),
				...(await optional(measured('duckdb', path))),
			};
		},
	},
	reference: {
		title: 'The same rules in plain Python',
		comparesPrograms: false,
		base: '`check`, s',
		async round({program, records}) {
			const path = await benchmarkFile(records, 'usual');
			const own = await check(program, path);
			const other = existsSync(referencePath) ? await runOther('python3', [referencePath, path]) : undefined;
			if (other !== undefined) assertSameCounts(own, other);
			return {'`check`, s': own.seconds, ...secondsOf('the reference in Python, s', other)};
		},
	},
	program: {
		title: 'Check and upload',
		comparesPrograms: true,
		base: '`check`, s',
		async round({program, records}) {
			const path = await benchmarkFile(records, 'clean');
			const own = await measureCheck(program, path);
			const upload = await measureUpload(program, path);
			return {...own, ...(await measureStream(program, path)), ...upload, ...inChecks(own, upload)};
		},
	},
	jsonl: {
		title: 'The check of JSON Lines, with twice as many edges as resources',
		comparesPrograms: false,
		base: '`check`, s',
		async round({program, records}) {
			const paths = await benchmarkPair(records);
			const {seconds, processorSeconds, mebibytes = Number.NaN} = await check(program, ...paths);
			const loads = await runOther('python3', ['-c', bareLoads, ...paths]);
			return {
				'`check`, s': seconds,
				'`check`, processor s': processorSeconds,
				'`check`, MiB': mebibytes,
				...(await measured('first-page', paths[0])),
				...(loads && {
					"Python's json.loads, bare loop, s": loads.seconds,
					"Python's json.loads, bare loop, processor s": loads.processorSeconds,
				}),
			};
		},
	},
	proposals: {
		title: 'Proposals for foreign files, fields right of all',
		comparesPrograms: true,
		round: async ({program, files}) => measureProposals(program, files),
	},
	plan: {
		title: 'A plan from one file to another',
		comparesPrograms: true,
		base: '`check` of both, s',
		round: async ({program, records}) =>
			measurePlan(program, await benchmarkFile(records, 'clean'), await benchmarkFile(records, 'later')),
	},
	snapshot: {
		title: 'The snapshot of a file without problems',
		comparesPrograms: false,
		round: async ({records}) => measured('snapshot', await benchmarkFile(records, 'clean')),
	},
	app: {
		title: 'Work in the app',
		comparesPrograms: false,
		async round({records}) {
			const path = await benchmarkFile(records, 'usual');
			const figures: Figures[] = [];
			for (const name of ['first-page', 'pages', 'recheck', 'search', 'journal', 'save']) {
				figures.push(await measured(name, path));
			}

			return Object.assign({}, ...figures);
		},
	},
	start: {
		title: 'Start to the first frame, in a pseudo-terminal',
		comparesPrograms: true,
		round: ({program}) => measureStart(program),
	},
	frames: {
		title: 'Frames of the review screen, in a pseudo-terminal',
		comparesPrograms: true,
		async round({program}) {
			const figures: Record<string, number> = {};
			for (const size of windowSizes) {
				const {scrollMedianMs, scrollP95Ms, burstMs, cursorMoveBytes} = await measureFrames(program, size);
				const name = `${size.columns}x${size.rows}`;
				figures[`${name}: scrolled frame, median, ms`] = scrollMedianMs;
				figures[`${name}: scrolled frame, 95th percentile, ms`] = scrollP95Ms;
				figures[`${name}: 100 keys at once, ms`] = burstMs;
				figures[`${name}: cursor move, bytes`] = cursorMoveBytes;
			}

			return figures;
		},
	},
	visidata: {
		title: 'Frames beside VisiData at 200x50, in a pseudo-terminal',
		comparesPrograms: false,
		async round({program}) {
			const size = {columns: 200, rows: 50};
			const own = await measureFrames(program, size);
			const peer = await measureVisiData(size);
			return {
				'scrolled frame, median, ms': own.scrollMedianMs,
				'100 keys at once, ms': own.burstMs,
				...(peer && {
					'VisiData: scrolled frame, median, ms': peer.scrollMedianMs,
					'VisiData: 100 keys at once, ms': peer.burstMs,
					"100 keys at once, share of VisiData's time": own.burstMs / peer.burstMs,
				}),
			};
		},
	},
};

/** Runs a measure in a process of its own. */
async function measured(name: string, path: string): Promise<Figures> {
	const {stdout} = await runNode([fileURLToPath(new URL('./run-one.ts', import.meta.url)), name, path]);
	return JSON.parse(stdout) as Figures;
}

/** Returns no figures for a peer that is not installed. */
async function optional(figures: Promise<Figures>): Promise<Figures> {
	return figures.catch(() => ({}));
}

/** Returns the figures of a bare loop over the records in Python, and the processor time of a check as a share of it. */
function besideReader(own: Figures, reader: Run | undefined): Figures {
	if (reader === undefined) return {};
	const label = "Python's csv.reader, bare loop";
	return {
		[`${label}, s`]: reader.seconds,
		[`${label}, processor s`]: reader.processorSeconds,
		"`check`, share of csv.reader's processor time": quotient(own['`check`, processor s'], reader.processorSeconds),
	};
}

/** Returns an upload in checks of the same file. */
function inChecks(check: Figures, upload: Figures): Figures {
	return {
		'`upload --wait 0`, checks': quotient(upload['`upload --wait 0`, s'], check['`check`, s']),
		'`upload --wait 0`, checks of processor time': quotient(
			upload['`upload --wait 0`, processor s'],
			check['`check`, processor s'],
		),
	};
}

function quotient(value: number | undefined, by: number | undefined): number {
	return (value ?? Number.NaN) / (by ?? Number.NaN);
}

function secondsOf(label: string, run: Run | undefined): Figures {
	return run === undefined ? {} : {[label]: run.seconds};
}

/** @throws if the check and the reference disagree */
function assertSameCounts(own: Run, reference: Run): void {
	const [one, other] = [own.stdout, reference.stdout].map(text => JSON.parse(text));
	for (const key of ['records', 'tables', 'counts', 'valid']) {
		const [ours, theirs] = [sorted(one[key]), sorted(other[key])];
		if (ours !== theirs) throw new Error(`${key} differ from the reference: ${ours} ${theirs}`);
	}
}

function sorted(value: unknown): string {
	return JSON.stringify(typeof value === 'object' && value !== null ? Object.entries(value).sort() : value);
}
