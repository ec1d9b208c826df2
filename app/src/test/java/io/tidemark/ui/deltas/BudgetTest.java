package io.tidemark.ui.deltas;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12|12000000000",
                "12 GB|12000000000",
                "1,5 Go|1500000000",
                "800M|800000000",
                "0.25 tb|250000000000",
                "64 ko|64000",
            })
    void aSizeIsReadAsPeopleTypeIt(String typed, long bytes) {
        assertEquals(Optional.of(new Budget(OptionalLong.of(bytes))), Budget.of(typed));
    }

    @Test
    void nothingTypedIsNoLimit() {
        assertEquals(Optional.of(Budget.NONE), Budget.of("  "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"much", "12 miles", "-1", "1.2.3", "GB"})
    void whatIsNoSizeIsNone(String typed) {
        assertEquals(Optional.empty(), Budget.of(typed));
    }

    @Test
    void stampsAreAsLongAsTheyMustBe() {
        assertEquals(List.of("2022-01-17", "2022-01-20"), Stamps.of(List.of("2022-01-17-120001", "2022-01-20-173248")));
        assertEquals(
                List.of("2022-01-17-1200", "2022-01-17-1732"),
                Stamps.of(List.of("2022-01-17-120001", "2022-01-17-173248")));
    }
}
