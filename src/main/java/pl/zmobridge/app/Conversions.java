package pl.zmobridge.app;

import org.apache.camel.CamelConfiguration;
import org.apache.camel.CamelContext;
import org.apache.camel.component.http.HttpMethods;
import org.apache.camel.support.SimpleTypeConverter;
import pl.zmobridge.register.ImportState;

/**
 * Words that routes give for constants in every call: without these, Camel goes through all its converters each time before it
 * takes the constant of that name.
 */
final class Conversions implements CamelConfiguration {
    @Override
    public void configure(CamelContext context) {
        byName(context, HttpMethods.class);
        byName(context, ImportState.Question.class);
    }

    private static <E extends Enum<E>> void byName(CamelContext context, Class<E> constants) {
        context.getTypeConverterRegistry()
                .addTypeConverter(
                        constants,
                        String.class,
                        new SimpleTypeConverter(
                                false, (type, exchange, name) -> Enum.valueOf(constants, (String) name)));
    }
}
