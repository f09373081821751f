#!/bin/sh
# A page of an assessment: step 1 of its first priority in the example (some
# 30 kB), signed in, kept alive, uncompressed. Beside it nginx serves a file of
# the same bytes, and the same house once more that keeps nothing of what the
# database has answered (--read-anew). They take turns of two seconds, so that
# what else the machine does meets all.
. "$(dirname "$0")/lib.sh"

lines=64
turns=${TURNS:-4}

house
serve "sqlite:$dir/house.db" --read-anew
anew=$at
serve "sqlite:$dir/house.db"
page=/a/$key/steps/1/1
mkdir "$dir/files"
size=$("$drive" -n 1 -k "$cookie" "$at$page" | field 6)
head -c "$size" /dev/zero | tr '\0' x >"$dir/files/page.html"
note "the page is $size bytes"

other=$(free_port)
cat >"$dir/nginx.conf" <<EOF
daemon off;
pid $dir/nginx.pid;
error_log $dir/nginx.log;
worker_processes auto;
events { worker_connections 1024; }
http {
	access_log off;
	sendfile on;
	tcp_nopush on;
	keepalive_requests 1000000000;
	default_type text/html;
	client_body_temp_path $dir/a;
	proxy_temp_path $dir/b;
	fastcgi_temp_path $dir/c;
	uwsgi_temp_path $dir/d;
	scgi_temp_path $dir/e;
	server { listen 127.0.0.1:$other; root $dir/files; }
}
EOF
nginx -c "$dir/nginx.conf" -p "$dir" 2>"$dir/nginx.said" &
started="$started $!"
sleep 0.5

"$drive" -c $lines -s 1 -k "$cookie" "$at$page" >/dev/null
i=0
while [ $i -lt "$turns" ]; do
	i=$((i + 1))
	"$drive" -c $lines -s 2 -k "$cookie" "$at$page" >>"$dir/ours"
	"$drive" -c $lines -s 2 -k "$cookie" "$anew$page" >>"$dir/anew"
	"$drive" -c $lines -s 2 "http://127.0.0.1:$other/page.html" \
		>>"$dir/theirs"
done
# rate FILE and middle FILE: of all turns together
rate() {
	awk '{ n += $1; s += $2 } END { printf "%.0f", n / s }' "$1"
}
middle() {
	sort -n -k5 "$1" | awk '{ p[NR] = $5 } END { print p[int((NR + 1) / 2)] }'
}
ours=$(rate "$dir/ours")
anew=$(rate "$dir/anew")
theirs=$(rate "$dir/theirs")

figure page_size "$size" bytes "about 30000"
figure page_rate "$ours" pages/s -
figure page_rate_anew "$anew" pages/s -
figure nginx_rate "$theirs" files/s -
figure page_to_nginx "$(calc "$ours / $theirs" 3)" ratio ">= 0.12"
figure page_to_nginx_anew "$(calc "$anew / $theirs" 3)" ratio -
figure page_p99 "$(middle "$dir/ours")" ms "<= 20"
figure page_p99_anew "$(middle "$dir/anew")" ms -
figure page_errors "$(awk '{ n += $3 } END { print n }' "$dir/ours")" - 0
