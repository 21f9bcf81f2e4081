import type {Command} from 'commander';
import {looksLikeToken} from '../text/looks-like-token.ts';

/** Ends with wrong usage if a command was given more arguments than it takes. None of them is printed: one may be a token. */
export function rejectExcessArguments(command: Command): void {
	const {args, registeredArguments} = command;
	if (args.length <= registeredArguments.length || registeredArguments.some(({variadic}) => variadic)) return;
	const expected = registeredArguments.map(argument => ` <${argument.name()}>`).join('');
	const counts = `${args.length} given, ${expected === '' ? 'none' : `${registeredArguments.length}`} expected`;
	const advice = args.some(looksLikeToken) ? `. ${tokenAdvice}` : '';
	command.error(`error: too many arguments for '${command.name()}${expected}': ${counts}${advice}`, {exitCode: 2});
}

const tokenAdvice =
	'One looks like a token, which is never an argument: use SECODA_API_TOKEN, --token-file or "secoda-upload login <profile>".';
