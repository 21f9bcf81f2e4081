import type {TokenStorage} from '../../services.ts';

/** The one command that does the same without a screen, and what it needs where the token is not stored. */
export function headlessCommand(name: string, keeping: TokenStorage | undefined): readonly string[] {
	const stored = keeping === 'keyring' || keeping === 'file';
	return [
		`Then, without a screen: secoda-upload run ${name}`,
		...(stored ? [] : ['(the token from SECODA_API_TOKEN, or --token-file <path>)']),
	];
}
