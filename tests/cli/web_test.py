#!/usr/bin/env python3
"""Inputs from the web, against a server of our own: conditional requests, back-off, robots.txt, limits, --follow.

usage: web_test.py PROGRAM
"""
import datetime, gzip, http.server, json, os, sqlite3, subprocess, sys, tempfile, threading, time, unittest

PROGRAM = os.path.abspath(sys.argv[1])
ROBOTS = 'User-agent: *\nDisallow: /\n\nUser-agent: musnad\nDisallow: /private/\n'


def feed(*numbers):
    items = ''.join(
        f'<item><title>جولة {i} في سيراف</title><link>https://wave.example/{i}</link>'
        f'<pubDate>Tue, 04 Mar 2031 10:00:0{i} +0300</pubDate>'
        f'<description>&lt;p&gt;قال الوزير وائل الدرعي إن الجولة {i} تبدأ غدا.&lt;/p&gt;</description></item>'
        for i in numbers)
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>وكالة الموجة</title>{items}</channel></rss>'.encode()


class Server(http.server.ThreadingHTTPServer):
    """Answers each path with (status, header fields, body), and keeps what was asked: (path, header fields)."""

    def __init__(self):
        super().__init__(('127.0.0.1', 0), Handler)
        self.answers = {'/robots.txt': (200, {}, ROBOTS.encode())}
        self.asked = []
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def url(self, path):
        return f'http://127.0.0.1:{self.server_address[1]}{path}'

    def paths(self):
        return [path for path, _ in self.asked if path != '/robots.txt']


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.asked.append((self.path, self.headers))
        status, fields, body = self.server.answers.get(self.path, (404, {}, b''))
        same = [self.headers.get(asked) is not None and self.headers.get(asked) == fields.get(told)
                for asked, told in (('If-None-Match', 'ETag'), ('If-Modified-Since', 'Last-Modified'))]
        if any(same):
            status, body = 304, b''
        self.send_response(status)
        for name, value in fields.items():
            self.send_header(name, value)
        self.end_headers()
        try:
            for piece in body if callable(getattr(body, '__next__', None)) else [body]:
                self.wfile.write(piece)
        except OSError:  # the program has heard enough
            pass

    def log_message(self, *_):
        pass


class Web(unittest.TestCase):
    def setUp(self):
        self.server = Server()
        self.addCleanup(self.server.server_close)
        self.addCleanup(self.server.shutdown)
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.archive = os.path.join(folder.name, 'news.musnad')

    def serve(self, path, body, status=200, **fields):
        self.server.answers[path] = (status, {name.replace('_', '-'): value for name, value in fields.items()}, body)
        return self.server.url(path)

    def run_program(self, *arguments):
        return subprocess.run([PROGRAM, *arguments], capture_output=True, timeout=120)

    def add(self, *arguments):
        return self.run_program('add', self.archive, *arguments)

    def ids(self):
        with sqlite3.connect(self.archive) as connection:
            rows = connection.execute('SELECT id FROM articles ORDER BY id').fetchall()
        connection.close()
        return [row[0] for row in rows]

    def check_refused(self, url, *words):
        result = self.run_program('read', '--timeout', '1', url)
        self.assertEqual((result.returncode, result.stdout), (1, b''))
        message = result.stderr.decode()
        self.assertEqual(message.count('\n'), 1, message)
        for word in (url, *words):
            self.assertIn(word, message)

    def test_a_feed_is_read_with_what_it_tells(self):
        result = self.run_program('read', self.serve('/feed', feed(1, 2)))
        self.assertEqual((result.returncode, result.stderr), (0, b''))
        documents = [json.loads(line)['document'] for line in result.stdout.splitlines()]
        self.assertEqual([d['id'] for d in documents], ['https://wave.example/1', 'https://wave.example/2'])
        first = documents[0]
        self.assertEqual((first['title'], first['publisher'], first['published'], first['url']),
                         ('جولة 1 في سيراف', 'وكالة الموجة', '2031-03-04', 'https://wave.example/1'))
        today = datetime.datetime.now(datetime.timezone.utc).date()
        self.assertLessEqual(abs((datetime.date.fromisoformat(first['crawled']) - today).days), 1)

    def test_what_did_not_change_is_not_sent_again(self):
        for path, field in (('/e', {'ETag': '"v1"'}), ('/m', {'Last_Modified': 'Tue, 04 Mar 2031 10:00:00 GMT'})):
            url = self.serve(path, feed(1), **field)
            self.assertEqual(self.add(url).returncode, 0)
            again = self.add(url)
            self.assertEqual((again.returncode, again.stderr), (0, b''))
            self.assertIn('0 articles added', again.stdout.decode())
            self.assertNotIn('there already', again.stdout.decode())  # nothing came
        url = self.serve('/e', feed(1, 2), ETag='"v2"')
        self.assertIn('1 articles added, 1 were there already', self.add(url).stdout.decode())

    def test_a_server_that_fails_is_left_alone(self):
        url = self.serve('/busy', b'', 503, Retry_After='3600')
        first = self.add(url)
        self.assertEqual(first.returncode, 1)
        self.assertIn('the server answers 503', first.stderr.decode())
        second = self.add(url)
        self.assertEqual(second.returncode, 1)
        self.assertIn('not asked again before', second.stderr.decode())
        self.assertEqual(self.server.paths(), ['/busy'])
        with sqlite3.connect(self.archive) as connection:
            (failures, wait), = connection.execute("SELECT failures, not_before - unixepoch('now') FROM fetched")
        connection.close()
        self.assertEqual(failures, 1)
        self.assertTrue(3500 < wait <= 3600, wait)

    def test_robots_are_respected(self):
        self.check_refused(self.serve('/private/feed', feed(1)), 'robots.txt', 'forbids')
        self.assertEqual(self.server.paths(), [])
        del self.server.answers['/robots.txt']  # a server without rules
        self.assertEqual(self.run_program('read', self.server.url('/private/feed')).returncode, 0)
        self.server.answers['/robots.txt'] = (500, {}, b'')
        self.check_refused(self.server.url('/private/feed'), 'answers 500 for its robots.txt')

    def test_redirections_are_followed_to_the_rules_of_their_end(self):
        self.serve('/feed', feed(1))
        self.serve('/private/feed', feed(1))
        self.assertEqual(self.run_program('read', self.serve('/moved', b'', 301, Location='/feed')).returncode, 0)
        self.check_refused(self.serve('/hidden', b'', 302, Location='/private/feed'), 'forbids')
        self.check_refused(self.serve('/loop', b'', 302, Location='/loop'), 'redirections')
        self.check_refused(self.serve('/file', b'', 302, Location='file:///etc/passwd'))

    def test_limits(self):
        self.check_refused(self.serve('/long', iter([b' ' * (1 << 20)] * 20)), 'longer than 8 MiB')
        bomb = gzip.compress(b' ' * (20 << 20))
        self.check_refused(self.serve('/bomb', bomb, Content_Encoding='gzip'), 'longer than 8 MiB')
        slow = (time.sleep(0.5) or b' ' for _ in range(20))
        self.check_refused(self.serve('/slow', slow), 'within 1 s')
        self.check_refused('http://127.0.0.1:9/feed', 'connect')

    def test_packed_feeds_and_other_kinds(self):
        url = self.serve('/packed', gzip.compress(feed(1)), Content_Encoding='gzip')
        self.assertEqual(self.run_program('read', url).returncode, 0)
        line = json.dumps({'id': 'x', 'text': 'قال الوزير وائل الدرعي إن المحادثات تبدأ غدا.'}).encode()
        self.assertEqual(self.run_program('read', self.serve('/lines', line)).returncode, 0)
        self.check_refused(self.serve('/gone', b'', 410), 'the server answers 410')
        self.check_refused(self.serve('/empty', b''), 'empty')

    def test_following_adds_what_comes(self):
        url = self.serve('/feed', feed(1), ETag='"v1"')
        with subprocess.Popen([PROGRAM, 'add', self.archive, '--follow', '--every', '1', url],
                              stdout=subprocess.PIPE) as running:
            self.assertIn('1 articles added', running.stdout.readline().decode())
            self.serve('/feed', feed(1, 2), ETag='"v2"')
            self.assertIn('1 articles added, 1 were there already', running.stdout.readline().decode())
            self.assertEqual(self.ids(), ['https://wave.example/1', 'https://wave.example/2'])
            running.kill()
        self.assertEqual(self.add('--follow', 'file.txt').returncode, 2)


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1])
