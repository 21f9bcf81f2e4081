import {shellWord} from '../../text/shell-word.ts';
import {uploadCommandOn} from '../next-command.ts';
import {stdinSource} from '../standard-input.ts';
import type {UploadTarget} from '../target.ts';
import type {PlanCommandOptions} from './options.ts';

/** Returns the command that sends a file although a safety stop holds it; `undefined` for a stream, which cannot be read again. */
export function approveCommand(planId: string, target: UploadTarget, options: PlanCommandOptions): string | undefined {
	const [first, second] = target.files;
	const source = options.source ?? target.profile?.name ?? first;
	if (source === undefined || target.files.includes(stdinSource)) return undefined;
	const other = options.other ?? (source === first ? second : undefined);
	const state = options.state === undefined ? [] : ['--state', shellWord(options.state)];
	return [uploadCommandOn({source, target, options: {...options, other}}), ...state, '--approve', planId].join(' ');
}
