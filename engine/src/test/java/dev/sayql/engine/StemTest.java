package dev.sayql.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StemTest {

    @ParameterizedTest
    @CsvSource({
        "orders,ordered",
        "orders,ordering",
        "categories,category",
        "boxes,box",
        "shipped,ship",
        "cancelled,cancels",
        "people,person",
        "bought,buy",
        "sold,selling",
        "spent,spends",
        "prices,priced",
        "placed,places",
        "paid,pays",
        "reviews,reviewed",
        "made,making",
        "menus,menu",
        "shelves,shelf",
        "taxis,taxi"
    })
    void isSharedByInflectionsOfOneWord(String one, String other) {
        assertThat(Stem.of(one)).isEqualTo(Stem.of(other));
    }

    @ParameterizedTest
    @CsvSource({
        "order,orderly",
        "status,state",
        "rating,rate",
        "shipping,shipped",
        "news,new",
        "address,adds",
        "bus,bu",
        "focus,focu"
    })
    void keepsDifferentWordsApart(String one, String other) {
        assertThat(Stem.of(one)).isNotEqualTo(Stem.of(other));
    }
}
