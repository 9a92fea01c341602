package pl.zmobridge;

import org.apache.camel.CamelConfiguration;
import org.apache.camel.CamelContext;
import org.apache.camel.component.http.HttpMethods;
import org.apache.camel.support.SimpleTypeConverter;

/**
 * Conversions that every call needs and that Camel would look for anew each time, through all converters it has: a method's name
 * in a header becomes the method.
 */
final class Conversions implements CamelConfiguration {
    @Override
    public void configure(CamelContext context) {
        context.getTypeConverterRegistry()
                .addTypeConverter(
                        HttpMethods.class,
                        String.class,
                        new SimpleTypeConverter(false, (type, exchange, name) -> HttpMethods.valueOf(name.toString())));
    }
}
