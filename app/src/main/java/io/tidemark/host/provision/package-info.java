/**
 * What a mirror host should look like, how it stands beside that, and how it is made so. Texts of configuration files are
 * made from a {@link io.tidemark.model.HostProfile} for one family of systems (forms of rsyncd.conf(5), nginx, Apache
 * httpd 2.4, vsftpd.conf(5), crontab(5), systemd.timer(5)); a {@link io.tidemark.host.provision.Survey} looks at a host in
 * one go, and a {@link io.tidemark.host.provision.Provisioner} keeps what is there, changes it, tries it out, and puts it
 * back if that fails. What runs there is in {@code host.ssh}. The rest of {@code host} and the engine may call it.
 */
package io.tidemark.host.provision;
