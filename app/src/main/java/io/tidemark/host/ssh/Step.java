package io.tidemark.host.ssh;

/** A step that has a deadline; its name ends the code of the problem that a missed one is. */
enum Step {
    DNS("dns"),
    CONNECT("connect"),
    GREETING("greeting"),
    EXCHANGE("exchange"),
    AUTHENTICATION("auth"),
    CHANNEL("channel"),
    SILENCE("silence"),
    COMMAND("command");

    private final String word;

    Step(String word) {
        this.word = word;
    }

    /** The code of the problem. */
    String code() {
        return "ssh.time." + word;
    }
}
