package io.tidemark.host.provision;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What must be changed in files that belong to the system. Each may be done again without effect. */
enum Amendment {
    /** Debian's start-up script of the rsync daemon asks for leave. */
    RSYNC_ENABLE {
        @Override
        String in(String text) {
            Matcher line = Pattern.compile("(?m)^RSYNC_ENABLE=.*$").matcher(text);
            return line.find() ? line.replaceAll("RSYNC_ENABLE=true") : ended(text) + "RSYNC_ENABLE=true\n";
        }
    },
    /** Arch's nginx reads no directory of sites. */
    NGINX_INCLUDE {
        @Override
        String in(String text) {
            return text.contains("/etc/nginx/conf.d/") || text.matches("(?s).*\\n\\s*include\\s+conf[.]d/.*")
                    ? text
                    : text.replaceFirst("(?m)^(\\s*http\\s*[{].*)$", "$1\n    include /etc/nginx/conf.d/*.conf;");
        }
    },
    /** Alpine's Apache leaves modules out that our site needs. */
    APACHE_MODULES {
        @Override
        String in(String text) {
            return loaded(text, "alias|autoindex|deflate|filter|headers");
        }
    },
    /** Arch's Apache reads no directory of sites, and leaves modules out. */
    APACHE_INCLUDE {
        @Override
        String in(String text) {
            String loaded = loaded(text, "alias|autoindex|deflate|filter|headers");
            return included(loaded);
        }
    },
    /** The same with HTTPS. */
    APACHE_INCLUDE_TLS {
        @Override
        String in(String text) {
            String loaded = loaded(text, "alias|autoindex|deflate|filter|headers|ssl|socache_shmcb");
            return included(loaded);
        }
    };

    private static final String SITE = "Include conf/extra/tidemark.conf";

    /** The text as it should be. */
    abstract String in(String text);

    private static String ended(String text) {
        return text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
    }

    private static String loaded(String text, String modules) {
        return text.replaceAll("(?m)^#\\s*(LoadModule (?:" + modules + ")_module .*)$", "$1");
    }

    private static String included(String text) {
        return text.lines().anyMatch(SITE::equals) ? text : ended(text) + SITE + "\n";
    }
}
