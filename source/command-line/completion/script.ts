/** The shells that there is completion for. */
export const shells = ['bash', 'zsh', 'fish'] as const;

export type Shell = (typeof shells)[number];

const scripts: {readonly [S in Shell]: string} = {
	bash: `_secoda_upload() {
	local word=\${COMP_WORDS[COMP_CWORD]} found
	COMPREPLY=()
	while IFS= read -r found; do COMPREPLY+=("$found"); done \\
		< <(secoda-upload __complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
	[ \${#COMPREPLY[@]} -eq 0 ] || return
	while IFS= read -r found; do COMPREPLY+=("$found"); done < <(compgen -f -- "$word")
}
complete -o filenames -F _secoda_upload secoda-upload
`,
	zsh: `#compdef secoda-upload
_secoda_upload() {
	local -a found
	found=("\${(@f)$(secoda-upload __complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
	found=(\${found:#})
	(( \${#found} )) && compadd -- $found || _files
}
compdef _secoda_upload secoda-upload
`,
	fish: `function __secoda_upload
	set -l words (commandline -opc)
	secoda-upload __complete -- $words[2..-1] (commandline -ct) 2>/dev/null
end
complete -c secoda-upload -a '(__secoda_upload)'
`,
};

/** What a shell is to run once. At every Tab it asks the program itself, so that profiles are completed too. */
export function completionScript(shell: Shell): string {
	return scripts[shell];
}
