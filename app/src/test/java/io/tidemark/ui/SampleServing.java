package io.tidemark.ui;

import io.tidemark.engine.Serving;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Servers that listen nowhere. */
public final class SampleServing implements Serving {

    private final CopyOnWriteArrayList<Served> servers = new CopyOnWriteArrayList<>();

    @Override
    public Served start(String dir, String address, int port) {
        Served served = new Served(dir, address, 8080, "http://" + address + ":8080/");
        servers.add(served);
        return served;
    }

    @Override
    public List<Served> list() {
        return List.copyOf(servers);
    }

    @Override
    public void stop(Served served) {
        servers.remove(served);
    }
}
