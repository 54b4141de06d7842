package io.github.openstackmaven.ready;

import java.time.Duration;

/**
 * Asks cloud-init how far it is, in any POSIX shell: by the
 * <a href="https://docs.cloud-init.io/en/latest/explanation/return_codes.html">files it keeps</a>, since its own command
 * takes a small machine 10 s and longer. That is asked only where the files don't tell.
 *
 * @param root empty, or where a test has the files
 */
record CloudInitProbe(String root) {
    /** What the files' contents, and other answers, begin with. */
    static final String MARKER = "--- ";

    static final String ABSENT = "absent";
    static final String DISABLED = "disabled";
    static final String BOOT_FINISHED = "boot-finished";
    static final String STATUS = "status.json";
    static final String RESULT = "result.json";
    static final String COMMAND = "cloud-init status";

    private static final String SCRIPT = """
            run=@ROOT@/run/cloud-init
            test -d $run || run=@ROOT@/var/run/cloud-init
            cloud=@ROOT@/var/lib/cloud
            show() { echo "--- $1"; cat "$run/$1" 2>/dev/null; echo; }
            if ! test -d $run && ! test -d $cloud && ! command -v cloud-init >/dev/null 2>&1; then
              echo "--- absent"
              exit 0
            fi
            if test -e $run/disabled; then
              echo "--- disabled"
              exit 0
            fi
            show status.json
            n=@SECONDS@
            while test $n -gt 0 && ! test -e $run/result.json; do
              sleep 1
              n=$((n - 1))
            done
            if test -r $run/result.json; then
              show status.json
              show result.json
              exit 0
            fi
            if test -r $run/status.json; then
              systemctl is-failed --quiet cloud-final.service cloud-init-main.service 2>/dev/null || exit 0
            fi
            test @SECONDS@ -gt 0 || exit 0
            test -e $cloud/instance/boot-finished && echo "--- boot-finished"
            echo "--- cloud-init status"
            cloud-init status --long 2>/dev/null
            exit 0
            """;

    /**
     * The script that asks.
     *
     * @param wait how long it waits for the end, to the second; when that is none, it asks no more than the files
     */
    String script(Duration wait) {
        return SCRIPT.replace("@ROOT@", root).replace("@SECONDS@", String.valueOf(wait.toSeconds()));
    }
}
