package io.tidemark.kind.alpine;

import io.tidemark.model.BootRole;
import io.tidemark.model.Comparison.BootChange;
import io.tidemark.model.Notice;
import io.tidemark.model.PackageChange;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What differences mean for the clients and for who looks after them. */
final class Advice {

    /** Roles whose change reaches a client only when it starts again. */
    private static final Set<BootRole> NEED_RESTART = EnumSet.of(
            BootRole.KERNEL,
            BootRole.XEN,
            BootRole.INITRAMFS,
            BootRole.MODLOOP,
            BootRole.FIRMWARE,
            BootRole.MICROCODE,
            BootRole.LIBC);

    private Advice() {}

    static List<Notice> of(List<PackageChange> packages, List<BootChange> boot) {
        List<Notice> advice = new ArrayList<>();
        Set<BootRole> roles = EnumSet.noneOf(BootRole.class);
        boot.forEach(change -> roles.add(change.role()));
        packages.stream().filter(PackageChange::bootCritical).forEach(change -> roles.add(change.role()));
        if (roles.stream().anyMatch(NEED_RESTART::contains)) {
            advice.add(Notice.warning("advice.alpine.restart"));
        }
        if (roles.stream().anyMatch(role -> role != BootRole.LIBC && role != BootRole.SIGNING_KEYS)) {
            advice.add(Notice.warning("advice.alpine.playbook"));
        }
        if (roles.contains(BootRole.SIGNING_KEYS)) {
            advice.add(Notice.warning("advice.alpine.keys"));
        }
        downgraded(packages, advice);
        if (!packages.isEmpty()) {
            advice.add(Notice.info("advice.alpine.upgrade", "packages", packages.size()));
        }
        return advice;
    }

    private static void downgraded(List<PackageChange> packages, List<Notice> advice) {
        Set<String> names = new TreeSet<>();
        packages.stream()
                .filter(change -> change.kind() == PackageChange.Kind.DOWNGRADED)
                .forEach(change -> names.add(change.name()));
        if (!names.isEmpty()) {
            advice.add(Notice.warning(
                    "advice.alpine.downgrade",
                    "packages",
                    names.size(),
                    "first",
                    names.iterator().next()));
        }
    }
}
