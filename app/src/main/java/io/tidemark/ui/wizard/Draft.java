package io.tidemark.ui.wizard;

import io.tidemark.model.Operation;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.value.ObservableBooleanValue;

/** The choices of one wizard and the operation they make: properties, no nodes. Used on the JavaFX thread. */
public interface Draft {

    /** The operation as chosen so far, with what the person agreed to. */
    Operation operation(Consent consent);

    /** Everything that, when it changes, makes an older plan worthless. */
    List<Observable> choices();

    /** Whether the choices can be planned. */
    ObservableBooleanValue complete();
}
