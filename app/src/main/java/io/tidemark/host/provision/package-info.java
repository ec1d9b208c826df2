/**
 * What a mirror host should look like: its accounts, directories, servers, timers and firewall as files and commands, made
 * from a {@link io.tidemark.model.HostProfile} for one family of systems. Everything here is text made from text;
 * nothing is sent. Forms are those of rsyncd.conf(5), nginx, Apache httpd 2.4, vsftpd.conf(5), crontab(5) and
 * systemd.timer(5). The rest of {@code host} and the engine may call it.
 */
package io.tidemark.host.provision;
