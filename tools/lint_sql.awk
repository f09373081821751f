# Finds the SQL in C files and asks of each statement whose data it touches.
# Literals that stand side by side are one text, as to the compiler; a word in
# capitals between them is a macro and counts as a blank.
#
# Free of the question are tables of the installation, and whole functions that
# find an organisation; one of those that no longer needs it is named too.
#
#   awk -v exempt="person session" -v finders="org_find" \
#       -f tools/lint_sql.awk FILES

BEGIN {
	n = split(exempt, words, " ")
	for (i = 1; i <= n; i++)
		free[words[i]] = 1
	n = split(finders, words, " ")
	for (i = 1; i <= n; i++)
		unused[words[i]] = finder[words[i]] = 1
}

function found(what) {
	printf "%s:%d: %s: %s\n", name, first, what, substr(text, 1, 60)
}

# The word after each FROM, JOIN, INTO and UPDATE is a table, unless the same
# statement made it with WITH or it cannot be one.
function check_tables(    n, i, word, made, tables) {
	n = split(text, part, /[ \t,]+/)
	for (i = 1; i < n; i++)
		if (part[i + 1] == "AS" && part[i + 2] ~ /^\(/)
			made[part[i]] = 1
	tables = 0
	for (i = 1; i < n; i++) {
		if (part[i] !~ /^\(*(FROM|JOIN|INTO|UPDATE)$/)
			continue
		if (part[i] == "FROM" && part[i - 1] == "DISTINCT")
			continue
		word = part[i + 1]
		sub(/[^a-z0-9_].*$/, "", word)
		if (word == "" || word in made || word in free)
			continue
		tables++
	}
	if (tables == 0)
		return
	if (text ~ /^ *INSERT/ && text ~ /org_id/ && text ~ /\$1([^0-9]|$)/)
		return
	if (text ~ /org_id = \$1([^0-9]|$)/)
		return
	if (within[first] in finder)
		delete unused[within[first]]
	else
		found("no org_id = $1")
}

function check() {
	if (text ~ /\$[0-9]+ +IS +(NOT +)?NULL/)
		found("PostgreSQL cannot tell the type; say CAST($n AS …)")
	if (text !~ /^ *(SELECT|INSERT INTO|UPDATE [a-z_]+ SET|DELETE FROM|WITH) /)
		return
	if (name ~ /_store\.c$/)
		check_tables()
	else if (name ~ /_(web|rules|paper)\.c$/)
		found("SQL belongs in the room's _store.c")
}

# The whole file as one text: quotes, comments and what lies between.
function read_file(    c, two, open) {
	text = ""
	open = 0
	for (at = 1; at <= length(file); at++) {
		c = substr(file, at, 1)
		two = substr(file, at, 2)
		if (c == "\n") {
			line++
		} else if (two == "/*") {
			skip_comment()
		} else if (two == "//") {
			at += index(substr(file, at) "\n", "\n") - 2
		} else if (c == "'") {
			at += substr(file, at + 1, 1) == "\\" ? 3 : 2
		} else if (c == "\"") {
			if (!open)
				first = line
			open = 1
			read_literal()
		} else if (open && c ~ /[A-Z_]/) {
			match(substr(file, at), /^[A-Z0-9_]+/)
			at += RLENGTH - 1
			if (substr(file, at + 1, 1) == "(")
				at += index(substr(file, at + 1), ")")
			text = text " "
		} else if (open && c !~ /[ \t]/) {
			check()
			open = 0
			text = ""
		}
	}
}

function skip_comment(    n, inside) {
	n = index(substr(file, at + 2), "*/")
	inside = substr(file, at, n + 3)
	line += gsub(/\n/, "", inside)
	at += n + 2
}

function read_literal(    c) {
	for (at++; at <= length(file); at++) {
		c = substr(file, at, 1)
		if (c == "\"")
			return
		if (c == "\\") {
			at++
			c = " "
		}
		text = text c
	}
}

function end_of_file() {
	if (name != "")
		read_file()
	file = ""
	line = 1
	name = FILENAME
}

FNR == 1 { end_of_file() }
# A function's name stands in the first column's line, or after its type.
/^[a-z].*\(/ {
	head = $0
	sub(/\(.*/, "", head)
	sub(/.*[ *]/, "", head)
}
{ within[FNR] = head }
# A macro's own text is read where it is used; the line still counts.
{ file = file ($0 ~ /^#/ ? "" : $0) "\n" }
END {
	end_of_file()
	for (word in unused)
		print "doc/sql.md: " word " is no finder: its statements say org_id = $1"
}
