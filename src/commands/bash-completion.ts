/**
 * The script for bash. It runs nothing of what was typed, and needs nothing but bash 3.2: that of @bomb.sh/tab hands the line to
 * `eval`, calls functions that a bare bash lacks, and cannot be read twice.
 */
export const BASH_COMPLETION = `# Complétion de cops pour bash.
_cops_complete() {
    local current=\${COMP_WORDS[COMP_CWORD]} value description directive=0 i
    local words=()
    # bash coupe « --format=json » en trois mots : ils sont recollés.
    for ((i = 1; i <= COMP_CWORD; i++)); do
        if ((\${#words[@]} > 0)) && [[ \${COMP_WORDS[i]} == = || \${COMP_WORDS[i - 1]} == = ]]; then
            words[\${#words[@]} - 1]+=\${COMP_WORDS[i]}
        else
            words+=("\${COMP_WORDS[i]}")
        fi
    done
    [[ $current == = ]] && current=
    COMPREPLY=()
    while IFS=$'\\t' read -r value description; do
        case $value in
            :*) directive=\${value#:} ;;
            "$current"*) COMPREPLY+=("$value") ;;
        esac
    done < <("\${COMP_WORDS[0]}" complete -- "\${words[@]}" 2>/dev/null)
    if ((directive & 16)); then
        compopt -o filenames 2>/dev/null
        while IFS= read -r value; do COMPREPLY+=("$value"); done < <(compgen -d -- "$current")
    elif ((\${#COMPREPLY[@]} == 0 && (directive & 4) == 0)); then
        compopt -o filenames 2>/dev/null
        while IFS= read -r value; do COMPREPLY+=("$value"); done < <(compgen -f -- "$current")
    fi
}
complete -F _cops_complete cops`;
