"""What matrix and kill9 share: clouds looked at from outside the plugin, and Maven processes."""

import contextlib
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import tempfile
import time
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
VERSION = re.search(r"^  <version>(.*)</version>", (ROOT / "pom.xml").read_text(), re.M).group(1)
KINDS = {  # what is listed: service type, path, key
    "server": ("compute", "/servers/detail", "servers"),
    "floating ip": ("network", "/v2.0/floatingips?project_id={project}", "floatingips"),
    "port": ("network", "/v2.0/ports?project_id={project}", "ports"),
    "volume": ("block-storage", "/volumes/detail", "volumes"),
    "keypair": ("compute", "/os-keypairs", "keypairs"),
    "security group": ("network", "/v2.0/security-groups?project_id={project}", "security_groups"),
    "server group": ("compute", "/os-server-groups", "server_groups"),
    "image": ("image", "/v2/images?visibility=private&owner={project}&limit=1000", "images"),
}


def call(method, url, token=None, body=None, version=None):
    headers = {"Accept": "application/json", "Content-Type": "application/json"}
    if token:
        headers["X-Auth-Token"] = token
    if version:
        headers["OpenStack-API-Version"] = "compute " + version
    data = json.dumps(body).encode() if body is not None else None
    request = urllib.request.Request(url, data, headers, method=method)
    with urllib.request.urlopen(request, timeout=60) as answer:
        text = answer.read()
        return json.loads(text) if text else {}, answer.headers


class Cloud:
    """A project on a cloud, by raw HTTP."""

    def __init__(self, name, auth_url, clouds_yaml, user="demo", password="passw0rd", project="demo"):
        self.name, self.auth_url, self.clouds_yaml = name, auth_url, clouds_yaml
        self.credentials = (user, password, project)
        self.logged_in = 0

    def _login(self):
        if time.time() - self.logged_in < 600:
            return
        user, password, project = self.credentials
        domain = {"id": "default"}
        answer, headers = call("POST", self.auth_url + "/auth/tokens", body={"auth": {
            "identity": {"methods": ["password"],
                         "password": {"user": {"name": user, "domain": domain, "password": password}}},
            "scope": {"project": {"name": project, "domain": domain}}}})
        self.token, self.project = headers["X-Subject-Token"], answer["token"]["project"]["id"]
        self.endpoints = {service["type"]: endpoint["url"].rstrip("/")
                          for service in answer["token"]["catalog"] for endpoint in service["endpoints"]
                          if endpoint["interface"] == "public" and endpoint["region"] == "RegionOne"}
        self.endpoints.setdefault("block-storage", self.endpoints.get("volumev3"))
        self.logged_in = time.time()

    def request(self, method, service, path, body=None, version=None):
        self._login()
        url = self.endpoints[service] + path.format(project=self.project)
        return call(method, url, self.token, body, version)[0]

    def resources(self):
        """All that the project has, as (kind, id) to the cloud's own JSON."""
        found = {}
        for kind, (service, path, key) in KINDS.items():
            for one in self.request("GET", service, path)[key]:
                one = one.get("keypair", one)
                found[kind, one.get("id") or one["name"]] = one
        return found

    def left_of(self, builds):
        """What has the mark of one of these builds somewhere."""
        return [f"{kind} {name}" for (kind, name), one in self.resources().items()
                if any(build in json.dumps(one) for build in builds)]


@contextlib.contextmanager
def simulator(maven):
    """A simulator in a process of its own."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="simulator-"))
    log = (folder / "log").open("w")
    process = subprocess.Popen(
        maven.command("-q", f"io.github.openstackmaven:openstack-maven-plugin:{VERSION}:simulate"),
        cwd=folder, stdout=log, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL)
    try:
        url = wait_for(lambda: re.search(r"auth_url: (\S+)", (folder / "log").read_text()), process, 300).group(1)
        clouds = folder / "clouds.yaml"
        clouds.write_text(f"""clouds:
  simulated:
    auth: {{auth_url: "{url}", username: demo, password: passw0rd, project_name: demo,
           user_domain_id: default, project_domain_id: default}}
    region_name: RegionOne
""")
        clouds.chmod(0o600)
        yield Cloud("simulated", url, clouds)
    finally:
        process.terminate()
        process.wait()
        shutil.rmtree(folder, ignore_errors=True)


def real_cloud(name):
    """An entry of the clouds.yaml that OS_CLIENT_CONFIG_FILE names; the laboratory's, with a user demo."""
    file = pathlib.Path(os.environ.get("OS_CLIENT_CONFIG_FILE", "/tmp/oslab/clouds.yaml"))
    url = re.search(rf"^  {name}:.*?auth_url: (\S+)", file.read_text(), re.M | re.S).group(1)
    return Cloud(name, url, file)


def wait_for(condition, process, seconds):
    """What the condition gives, once it is true; an error when the process ends before or time runs out."""
    deadline = time.time() + seconds
    while time.time() < deadline:
        found = condition()
        if found:
            return found
        if process.poll() is not None:
            found = condition()
            if found:
                return found
            raise AssertionError("Maven has ended too early")
        time.sleep(0.02)
    raise AssertionError("waited in vain")


class Maven:
    """A Maven with the plugin's repository."""

    def __init__(self, home, repository):
        self.home, self.repository = pathlib.Path(home), pathlib.Path(repository).resolve()
        self.version = re.sub(r"^apache-maven-", "", self.home.name)

    def command(self, *arguments):
        return [str(self.home / "bin/mvn"), "-B", "-ntp", "-s", str(self.settings()),
                f"-Dmaven.repo.local={self.repository}", *arguments]

    def settings(self):
        file = self.repository / "teardown-settings.xml"
        local = pathlib.Path.home() / ".m2/repository"
        place = f"<id>local.central</id><url>file://{local}</url>"
        if not file.exists():
            file.write_text(f"""<settings>
  <profiles><profile><id>local</id>
    <repositories><repository>{place}</repository></repositories>
    <pluginRepositories><pluginRepository>{place}</pluginRepository></pluginRepositories>
  </profile></profiles>
  <activeProfiles><activeProfile>local</activeProfile></activeProfiles>
</settings>""")
        return file

    def start(self, folder, cloud, *arguments, opts=""):
        environment = {name: value for name, value in os.environ.items() if not name.startswith(("OS_", "MAVEN_"))}
        environment.update(OS_CLIENT_CONFIG_FILE=str(cloud.clouds_yaml), MAVEN_OPTS=opts)
        return Run(subprocess.Popen(
            self.command(*arguments), cwd=folder, env=environment, stdin=subprocess.DEVNULL,
            stdout=(folder / "maven.log").open("w"), stderr=subprocess.STDOUT,
            # a shell's background job ignores SIGINT, and its children with it
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL)), folder)


class Run:
    """A Maven process in a folder, and the builds it has put on record."""

    def __init__(self, process, folder):
        self.process, self.folder, self.builds = process, folder, set()

    def log(self):
        return (self.folder / "maven.log").read_text(errors="replace")

    def wait_for(self, condition, seconds=180):
        return wait_for(lambda: self._look() or condition(), self.process, seconds)

    def on_record(self):
        """Whether anything is in a ledger, so that a create is about to be sent."""
        self._look()
        return bool(self.builds)

    def end(self, seconds=300):
        deadline = time.time() + seconds
        while self.process.poll() is None:
            if time.time() > deadline:
                self.process.kill()
                raise AssertionError("Maven does not end")
            self._look()
            time.sleep(0.02)
        self._look()
        return self.process.returncode

    def _look(self):
        for ledger in self.folder.glob("**/openstack/ledger.json"):
            with contextlib.suppress(OSError):
                self.builds.update(re.findall(r'"build" : "([^"]+)"', ledger.read_text()))


def plugin(cloud, configuration="", extensions=False, delete=False):
    """The plugin as a POM has it, launching a server with one of every kind of thing."""
    goals = "<execution><id>delete</id><goals><goal>delete</goal></goals></execution>" if delete else ""
    return f"""<plugin>
  <groupId>io.github.openstackmaven</groupId>
  <artifactId>openstack-maven-plugin</artifactId>
  <version>{VERSION}</version>
  <extensions>{str(extensions).lower()}</extensions>
  <executions><execution><id>launch</id><goals><goal>launch</goal></goals></execution>{goals}</executions>
  <configuration>
    <cloud>{cloud.name}</cloud>
    <image>cirros-0.3.4-x86_64-uec</image>
    <flavor>m1.tiny</flavor>
    <networks>private</networks>
    <floatingIp>public</floatingIp>
    <ingress><rule>tcp 22 from 10.0.0.0/8</rule></ingress>
    <keyPair>ephemeral</keyPair>
    <volumes><volume><size>1</size></volume></volumes>
    <serverGroup><name>teardown</name><policy>soft-anti-affinity</policy></serverGroup>
    {configuration}
  </configuration>
</plugin>"""


def ant(target):
    return f"""<plugin>
  <artifactId>maven-antrun-plugin</artifactId>
  <version>3.1.0</version>
  <executions><execution>
    <phase>integration-test</phase>
    <goals><goal>run</goal></goals>
    <configuration><target>{target}</target></configuration>
  </execution></executions>
</plugin>"""


def pom(artifact, *plugins, extra=""):
    return f"""<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>t</groupId>
  <artifactId>{artifact}</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  {extra}
  <build><plugins>{"".join(plugins)}</plugins></build>
</project>"""


def table(rows):
    """Prints rows of text in columns."""
    widths = [max(len(str(row[column])) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        print("  ".join(str(cell).ljust(width) for cell, width in zip(row, widths)).rstrip())
