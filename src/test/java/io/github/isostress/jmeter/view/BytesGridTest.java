package io.github.isostress.jmeter.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Point;
import java.awt.Rectangle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where bytes stand. */
class BytesGridTest {
    @ParameterizedTest
    @ValueSource(ints = {8, 16})
    void shouldFindTheByteWhenAPointIsInItsCell(int perRow) {
        BytesGrid grid = new BytesGrid(40, perRow, 7, 15);

        for (int i = 0; i < grid.count(); i++) {
            assertThat(grid.at(middle(grid.hexCell(i)))).isEqualTo(i);
            assertThat(grid.at(middle(grid.characterCell(i)))).isEqualTo(i);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16})
    void shouldFindNoByteWhenAPointIsBesideThem(int perRow) {
        BytesGrid grid = new BytesGrid(3, perRow, 7, 15);

        assertThat(grid.at(new Point(1, 1))).isEqualTo(-1);
        assertThat(grid.at(middle(grid.hexCell(5)))).isEqualTo(-1);
        assertThat(grid.at(new Point(grid.hexCell(0).x, 900))).isEqualTo(-1);
    }

    private static Point middle(Rectangle cell) {
        return new Point((int) cell.getCenterX(), (int) cell.getCenterY());
    }
}
