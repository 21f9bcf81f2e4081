import {UserError} from '../errors/user-error.ts';
import type {OptionFault} from '../sql/option-fault.ts';

/** An error of a command line that cannot be carried out. */
export type UsageError = UserError<'wrong-usage'>;

function usageError(problem: string, hint: string): UsageError {
	return new UserError('wrong-usage', problem, hint);
}

const listCommands = 'Run "secoda-upload --help" to see the commands';

/** The usage errors of the commands, each with its hint. */
export const usageErrors = {
	proposalInProfile: () =>
		usageError(
			'A profile keeps columns, not proposals.',
			'Run "secoda-upload check <file>" to see the proposals as options, and give these.',
		),
	cannotAsk: (question: string) =>
		usageError(`${question} Cannot ask without a terminal. Nothing was changed.`, 'Confirm with --yes.'),

	tooManyArguments: (first: string, count: number, suggestion: string | undefined) =>
		usageError(
			`Unknown command "${first}". Without a command, give one or two files, or a profile; ${count} arguments are given.`,
			suggestion === undefined ? `${listCommands}.` : `Did you mean "${suggestion}"?`,
		),
	unknownSource: (source: string, suggestion: string | undefined) =>
		usageError(
			`"${source}" is neither a file nor a profile.`,
			suggestion === undefined
				? `${listCommands}, or "secoda-upload profiles list" to see the profiles.`
				: `Did you mean "${suggestion}"?`,
		),
	noFile: () =>
		usageError(
			'No file is given.',
			'Give a CSV file or a profile, or set a file in secoda-upload.json. To try everything first: "secoda-upload demo".',
		),
	profileAndFile: (profile: string) =>
		usageError(
			`"${profile}" is a profile, which names its files.`,
			`Give the profile alone, or the paths of two files. Write ./${profile} for a file with this name.`,
		),
	twoFilesOfOneKind: (folder: string, names: readonly string[]) =>
		usageError(
			`The folder ${folder} has ${names.join(' and ')}, of which one is used.`,
			'Give the paths of the files.',
		),
	twoStreams: () =>
		usageError('Standard input is given for both files.', 'Give the path of one of the files in place of "-".'),
	otherKind: (file: string, other: string) =>
		usageError(
			`${file} and ${other} are not of the same kind.`,
			'Compare it with another version of the same file, or of the same two files.',
		),
	noEdges: (paths: readonly string[]) =>
		usageError(`${paths.join(' and ')}: no lineage.`, 'Give a lineage file, or a folder that has one.'),
	unknownResource: (id: string, suggestion: string | undefined) =>
		usageError(
			`No edge and no resource has the id "${id}".`,
			suggestion === undefined ? 'Give the databuilder_id of a resource.' : `Did you mean "${suggestion}"?`,
		),
	columnsOfSeveralFiles: () =>
		usageError('--map and --set need a single file.', 'Run the command once for each file, or omit these options.'),
	noFileInProfile: (profile: string) =>
		usageError(
			`The profile ${profile} has no file.`,
			`Set one: "secoda-upload profiles set ${profile} --file <path>".`,
		),
	emptyFileOption: () =>
		usageError('A path is empty. Nothing was saved.', 'Give a path, or omit --file and --second-file.'),
	appFromStdin: () =>
		usageError(
			'The app cannot read a file from standard input.',
			'Save it as a file and open that, or run "secoda-upload check -".',
		),
	needsTerminal: (reason: string, advice: string) => usageError(`${reason} The app needs a terminal.`, advice),
	deletedFolder: (path: string) =>
		usageError(
			`Cannot resolve the relative path ${path}: the working folder has been deleted.`,
			'Change to another folder, or give an absolute path.',
		),
	unknownField: (name: string, fields: readonly string[]) =>
		usageError(`Unknown field "${name}".`, `Choose one of: ${fields.join(', ')}.`),

	noTarget: (missing: string) =>
		usageError(
			`No upload target: ${missing} missing. Nothing was sent.`,
			'Give --url (us, eu, apac or an address; or set SECODA_UPLOAD_URL) and --integration (the id in the address of its page; or set SECODA_UPLOAD_INTEGRATION), or use a profile.',
		),
	noWorkspace: () =>
		usageError(
			'No workspace is given.',
			'Give --url (us, eu, apac or your own address) or --profile, or set SECODA_UPLOAD_URL.',
		),
	emptyIntegration: () =>
		usageError(
			'An integration needs a name and a type. Nothing was created.',
			'Give a name that is not empty, and a --type or none.',
		),
	unknownTeam: (team: string, names: readonly string[], suggestion: string | undefined) =>
		usageError(
			`Unknown team "${team}". Nothing was created.`,
			names.length === 0
				? 'The workspace lists no teams: omit --team.'
				: suggestion === undefined
					? `Choose one of: ${names.join(', ')}.`
					: `Did you mean "${suggestion}"?`,
		),

	unknownProfile: (name: string, names: readonly string[], suggestion: string | undefined) =>
		usageError(
			unknownProfileText(name, names, suggestion),
			`Add it with "secoda-upload profiles add ${name} --url <workspace> --integration <id>", or run "secoda-upload" for a guided set-up.`,
		),
	/** For a name that no profile can have. */
	invalidProfile: (name: string, names: readonly string[], suggestion: string | undefined) =>
		usageError(unknownProfileText(name, names, suggestion), 'Run "secoda-upload profiles list" to see the profiles.'),
	profileRemoved: (name: string) =>
		usageError(
			`The profile ${name} was removed by another program. Nothing was changed.`,
			'Run "secoda-upload profiles list" to see the profiles.',
		),
	profileChanged: (name: string) =>
		usageError(
			`The profile ${name} was changed by another program. The token was not stored.`,
			`Check it with "secoda-upload profiles show ${name}", then log in again.`,
		),
	noSetting: (profile: string) =>
		usageError(
			'No setting is given. Nothing was changed.',
			`Give one, such as "secoda-upload profiles set ${profile} --file <path>", or remove one with --unset <setting>.`,
		),
	tokenFromTerminal: (profile: string) =>
		usageError(
			'The token is read from standard input, but standard input is a terminal.',
			`Pipe the token in: secoda-upload login ${profile} --with-token < token.txt`,
		),

	noUploads: () => usageError('The history has no upload to watch.', 'Upload a file first.'),
	notAnEntry: (text: string) =>
		usageError(`"${text}" is not the number of an upload.`, 'Run "secoda-upload history" to see the numbers.'),
	unknownEntry: (id: number) =>
		usageError(`The history has no upload #${id}.`, 'Run "secoda-upload history" to see the uploads.'),
	noRollback: (kept: readonly number[]) =>
		usageError('The history has no earlier upload to this integration to roll back to.', keptHint(kept)),
	rollbackElsewhere: (id: number, target: string, kept: readonly number[]) =>
		usageError(`Upload #${id} was to another target (${target}). Nothing was sent.`, keptHint(kept)),
	rollbackNotAccepted: (id: number, outcome: string, kept: readonly number[]) =>
		usageError(`Upload #${id} sent nothing that Secoda accepted (${outcome}).`, keptHint(kept)),
	rollbackNotKept: (id: number, kept: readonly number[]) =>
		usageError(`The snapshot of upload #${id} is no longer kept. Nothing was sent.`, keptHint(kept)),
	rollbackSame: (id: number, last: number, kept: readonly number[]) =>
		usageError(
			id === last
				? `Upload #${id} is the last one. Nothing was sent.`
				: `Upload #${id} has the same content as the last one, #${last}. Nothing was sent.`,
			keptHint(kept),
		),
	rollbackOfNumber: (id: number, command: string) =>
		usageError(
			'A rollback takes a profile, or --url and --integration. Nothing was sent.',
			`To send upload #${id} again: ${command}`,
		),
	rollbackUnknownKind: (id: number) =>
		usageError(`This version does not know the file kind of upload #${id}. Nothing was sent.`, 'Use a later version.'),
	notWatchable: (id: number) =>
		usageError(
			`Cannot watch the sync of upload #${id}.`,
			'Only uploads that are unseen, unknown or not waited for can be watched, while their snapshot is kept.',
		),

	portInUse: (port: number) =>
		usageError(`Port ${port} is in use by another program.`, 'Choose another --port, or omit it.'),
	sandboxFailed: (reason: string) => usageError(`Cannot start the sandbox: ${reason}.`, 'Check --data-dir and --port.'),

	twoOutputs: () => usageError('--in-place and -o exclude each other.', 'Give only one of them.'),
	inPlaceFromStdin: () =>
		usageError('--in-place needs a file, but the input is standard input.', 'Give the file to write with -o.'),
	jsonAndFileOnStdout: () =>
		usageError(
			'--json and the file both go to standard output.',
			'Give a file with -o, or omit --json: the report then goes to standard error.',
		),
	oneOutputForTwo: () =>
		usageError(
			'-o is the path of one file, but two files are fixed. Nothing was changed.',
			'Give an existing folder with -o, overwrite the inputs (--in-place), or omit -o to write a copy beside each file.',
		),
	equalNames: (name: string) =>
		usageError(
			`Both files are called ${name}, so one would replace the other.`,
			'Omit -o, or fix each with its own command.',
		),
	streamOfTwo: () => usageError('Standard input cannot be one of two files to fix.', 'Give the paths of both files.'),
	fieldsOfSeveralFiles: () =>
		usageError(
			'--map, --set and --replace need a single file.',
			'Run the command once for each file, or omit these options.',
		),
	emptyOutput: () => usageError('-o is empty.', 'Give the file to write, or - for standard output.'),
	outputExists: (path: string) =>
		usageError(
			`${path} already exists. Nothing was changed.`,
			'Give another file (-o), replace it (--yes), overwrite the input (--in-place), or only show the changes (--dry-run).',
		),
	convertedExists: (path: string) =>
		usageError(
			`${path} already exists. Nothing was changed.`,
			'Give another file or folder (-o), or replace it (--yes).',
		),
	queryExists: (path: string) =>
		usageError(`${path} already exists. Nothing was changed.`, 'Give another file (-o), or replace it (--yes).'),
	jsonAndQueryOnStdout: () =>
		usageError('--json and the query both go to standard output.', 'Omit "-o -": the JSON has the query too.'),
	noWarehouse: (option: string, names: readonly string[]) =>
		usageError(`${option} needs a warehouse.`, `Give one of: ${names.join(', ')}.`),
	optionOfWarehouse: ({option, reason}: OptionFault, warehouse: string) => {
		switch (reason) {
			case 'no-schemas':
				return usageError(`${warehouse} has no schemas, so ${option} has no meaning.`, `Omit ${option}.`);
			case 'no-region':
				return usageError(`${option} has no meaning in ${warehouse}.`, `Omit ${option}.`);
			case 'not-one-name':
				return usageError(
					`In ${warehouse}, ${option} is one name. It cannot be a list or a pattern.`,
					`Give one name without * and ?.`,
				);
		}
	},
	longHeader: () =>
		usageError('The header is too long to be read. Nothing was changed.', 'Export the file again, or omit --map.'),
	unknownFieldInHeader: (field: string, fields: readonly string[]) =>
		usageError(`Unknown field "${field}". Nothing was changed.`, `Choose one of: ${fields.join(', ')}.`),
} as const;

/** Returns the hint that names the uploads that can be sent again. */
function keptHint(kept: readonly number[]): string {
	return kept.length === 0
		? 'No earlier snapshot is kept. Upload a file in its place.'
		: `Give one that is kept: ${kept.map(id => `--to ${id}`).join(', ')}.`;
}

function unknownProfileText(name: string, names: readonly string[], suggestion: string | undefined): string {
	if (suggestion !== undefined) return `Unknown profile "${name}". Did you mean ${suggestion}?`;
	return `Unknown profile "${name}". ${names.length === 0 ? 'There are no profiles yet.' : `Profiles: ${names.join(', ')}.`}`;
}
