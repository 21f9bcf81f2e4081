/** The shells that completion supports. */
export const shells = ['bash', 'zsh', 'fish'] as const;

export type Shell = (typeof shells)[number];

/** The line that `__complete` prints when paths are completed too. */
export const filesMarker = ':files';

const scripts: {readonly [S in Shell]: string} = {
	// The bash of macOS has no mapfile.
	bash: `_secoda_upload() {
	local -a words=()
	local part last before= found
	# Bash splits "--url=eu" into three words.
	for part in "\${COMP_WORDS[@]:1:COMP_CWORD}"; do
		if [ \${#words[@]} -gt 0 ] && { [ "$part" = = ] || [ "$before" = = ]; }; then
			words[\${#words[@]}-1]+=$part
		else
			words+=("$part")
		fi
		before=$part
	done
	last=\${words[\${#words[@]}-1]}
	case $last in --*=*) before=\${last%%=*}= ;; *) before= ;; esac
	COMPREPLY=()
	# Profiles are listed before files.
	compopt -o nosort 2>/dev/null
	while IFS= read -r found; do
		if [ "$found" = ${filesMarker} ]; then
			compopt -o filenames 2>/dev/null
			while IFS= read -r found; do COMPREPLY+=("$found"); done < <(compgen -f -- "\${last#"$before"}")
		else
			COMPREPLY+=("\${found#"$before"}")
		fi
	done < <(secoda-upload __complete -- "\${words[@]}" 2>/dev/null)
}
complete -F _secoda_upload secoda-upload
`,
	zsh: `#compdef secoda-upload
(( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
_secoda_upload() {
	local -a found words_only
	found=("\${(@f)$(secoda-upload __complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
	words_only=(\${\${found:#}:#${filesMarker}})
	(( \${#words_only} )) && compadd -V words -- $words_only
	(( \${found[(Ie)${filesMarker}]} )) && _files
	return 0
}
compdef _secoda_upload secoda-upload
`,
	fish: `function __secoda_upload
	set -l words (commandline -opc)
	for found in (secoda-upload __complete -- $words[2..-1] (commandline -ct) 2>/dev/null)
		if test $found = ${filesMarker}
			__fish_complete_path (commandline -ct)
		else
			echo $found
		end
	end
end
complete -c secoda-upload -f -k -a '(__secoda_upload)'
`,
};

/** Returns the script that a shell runs once. At every Tab it calls the program, so that profiles are completed too. */
export function completionScript(shell: Shell): string {
	return scripts[shell];
}
