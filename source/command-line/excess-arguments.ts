import type {Command} from 'commander';
import {looksLikeToken} from '../text/looks-like-token.ts';

/** Ends with wrong usage if a command has too many arguments. They are not printed: one may be a token. */
export function rejectExcessArguments(command: Command): void {
	const {args, registeredArguments} = command;
	if (args.length <= registeredArguments.length || registeredArguments.some(({variadic}) => variadic)) return;
	const expected = registeredArguments.map(argument => ` <${argument.name()}>`).join('');
	const counts = `${args.length} given, ${expected === '' ? 'none' : `${registeredArguments.length}`} expected`;
	const advice = args.some(looksLikeToken) ? `. ${tokenAdvice}` : '';
	command.error(`error: too many arguments for '${command.name()}${expected}': ${counts}${advice}`, {exitCode: 2});
}

const tokenAdvice =
	'One looks like an API token. Never pass a token as an argument: use SECODA_API_TOKEN, --token-file or "secoda-upload login <profile>".';
