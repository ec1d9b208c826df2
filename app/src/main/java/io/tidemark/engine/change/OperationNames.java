package io.tidemark.engine.change;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.tidemark.model.Operation;
import java.util.Arrays;

/** The words by which operations are known in files and texts. */
public final class OperationNames {

    private OperationNames() {}

    /** The name under which an operation travels as JSON, for example {@code share-copies}. */
    public static String of(Operation operation) {
        JsonSubTypes types = Operation.class.getAnnotation(JsonSubTypes.class);
        return Arrays.stream(types.value())
                .filter(type -> type.value() == operation.getClass())
                .map(JsonSubTypes.Type::name)
                .findFirst()
                .orElseThrow();
    }
}
