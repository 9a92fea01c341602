package pl.zmobridge.shoper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import pl.zmobridge.wire.Answer;
import pl.zmobridge.wire.Request;

@DisplayName("The stream of lines")
class LineStreamTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE = 50;

    @Property(tries = 300)
    void everyOrderGetsItsLinesAndEveryPageIsFull(@ForAll("shops") List<Integer> linesOfOrders) {
        Shop shop = new Shop(linesOfOrders);

        shop.fetchAll();

        shop.assertWhole();
        int lines = linesOfOrders.stream().mapToInt(Integer::intValue).sum();
        assertThat(shop.requests)
                .describedAs("%d lines of %d orders", lines, linesOfOrders.size())
                .isLessThanOrEqualTo(pages(lines) + 1);
        assertThat(shop.longestQuery).describedAs("characters").isLessThan(4000);
        assertThat(shop.mostHeld).describedAs("orders in memory").isLessThan(4 * PAGE + 1);
    }

    @Provide
    Arbitrary<List<Integer>> shops() {
        Arbitrary<Integer> usual = Arbitraries.integers().between(1, 5);
        Arbitrary<Integer> large = Arbitraries.integers().between(1, 130);
        Arbitrary<Integer> lines = Arbitraries.frequencyOf(Tuple.of(30, usual), Tuple.of(1, large));
        return lines.list().ofMinSize(1).ofMaxSize(600);
    }

    @Test
    @DisplayName("keeps the budget of ten thousand orders")
    void keepsTheBudgetOfTenThousandOrders() {
        for (int most : new int[] {1, 2, 3, 4, 7, 12, 25}) {
            Random random = new Random(most);
            Shop shop = new Shop(IntStream.range(0, 10_000)
                    .mapToObj(i -> 1 + random.nextInt(most))
                    .toList());

            shop.fetchAll();

            shop.assertWhole();
            assertThat(shop.requests + shop.orderPages)
                    .describedAs("1 to %d lines an order: %d lines", most, shop.lastLine)
                    .isLessThanOrEqualTo(pages(10_000) + pages(shop.lastLine) + 1);
        }
    }

    @Test
    @DisplayName("carries orders without lines, alone and among others")
    void carriesOrdersWithoutLines() {
        for (List<Integer> counts : List.of(List.of(0), List.of(0, 0, 3), List.of(3, 0, 0), List.of(0, 60, 0, 51, 0))) {
            Shop shop = new Shop(counts);

            shop.fetchAll();

            shop.assertWhole();
        }
        Shop empty = new Shop(
                IntStream.range(0, 400).mapToObj(i -> i % 90 == 0 ? 1 : 0).toList());
        empty.fetchAll();
        empty.assertWhole();
    }

    @Test
    @DisplayName("works with a shop that does not sort lines by order, at the price of a page's group")
    void worksWithoutTheSort() {
        List<Integer> counts = IntStream.range(0, 300).mapToObj(i -> 1 + i % 4).toList();
        Shop shop = new Shop(counts);
        shop.sorts = false;

        shop.fetchAll();

        shop.assertWhole();
        assertThat(shop.requests).isLessThanOrEqualTo(1 + 6 * 3);
    }

    @Test
    @DisplayName("works with a shop that gives ten rows a page")
    void worksWithSmallPages() {
        Shop shop = new Shop(IntStream.range(0, 120).mapToObj(i -> 1 + i % 4).toList());
        shop.pageSize = 10;

        shop.fetchAll();

        shop.assertWhole();
    }

    @Property(tries = 200)
    void linesThatComeAndGoBetweenTwoPagesLoseNoLineOfAnotherOrder(@ForAll Random random) {
        Shop shop = new Shop(
                IntStream.range(0, 250).mapToObj(i -> 1 + random.nextInt(6)).toList());
        shop.edits = random;

        shop.fetchAll();

        Set<Long> edited = shop.edited;
        shop.fetched.forEach((id, order) -> {
            if (!edited.contains(id)) {
                assertThat(ids(order.lines())).describedAs("order %d", id).isEqualTo(shop.idsOf(id));
            }
        });
    }

    @Test
    @DisplayName("refuses lines nobody asked for")
    void refusesLinesNobodyAskedFor() {
        LineStream stream = new LineStream();
        stream.add(Wire.rows("{'order_id':1}"));

        assertThatThrownBy(() -> stream.request()
                        .read(Wire.answer("{'count':1,'pages':1,'page':1,'list':[{'id':1,'order_id':2}]}")))
                .isInstanceOf(PageRefused.class);
    }

    private static int pages(long rows) {
        return (int) (rows + PAGE - 1) / PAGE;
    }

    private static List<Long> ids(List<? extends JsonNode> rows) {
        return rows.stream().map(row -> row.path("id").asLong()).toList();
    }

    /** A shop's lines, and a poll that fetches them. */
    private static final class Shop {
        private static final Pattern ASKED = Pattern.compile("\"IN\":\\[([0-9,]+)]");
        private static final Pattern NUMBER = Pattern.compile("&page=([0-9]+)");

        private final TreeMap<Long, List<ObjectNode>> lines = new TreeMap<>();
        private final int orders;
        private final TreeMap<Long, FetchedOrder> fetched = new TreeMap<>();
        private final Set<Long> edited = new TreeSet<>();
        private int pageSize = PAGE;
        private boolean sorts = true;
        private Random edits;
        private long lastLine;
        private int requests;
        private int orderPages;
        private int longestQuery;
        private int mostHeld;

        Shop(List<Integer> linesOfOrders) {
            orders = linesOfOrders.size();
            for (int order = 1; order <= orders; order++) {
                for (int i = 0; i < linesOfOrders.get(order - 1); i++) {
                    add(++lastLine, order);
                }
            }
        }

        private void add(long id, long order) {
            lines.computeIfAbsent(order, any -> new ArrayList<>())
                    .add(JSON.createObjectNode().put("id", String.valueOf(id)).put("order_id", String.valueOf(order)));
        }

        void fetchAll() {
            LineStream stream = new LineStream();
            long next = 1;
            while (next <= orders || stream.isOpen()) {
                if (next <= orders && stream.wantsOrders()) {
                    long end = Math.min(orders + 1L, next + PAGE);
                    stream.add(LongStream.range(next, end)
                            .<JsonNode>mapToObj(id -> JSON.createObjectNode().put("order_id", id))
                            .toList());
                    next = end;
                    orderPages++;
                } else {
                    stream.accept(answer(stream.request()));
                }
                mostHeld = Math.max(mostHeld, (int) (next - 1 - fetched.size()));
                for (long id = fetched.size() + 1L; stream.isWhole(id); id++) {
                    fetched.put(id, stream.remove(id));
                }
                assertThat(fetched.keySet())
                        .describedAs("what was given away is not kept")
                        .noneMatch(stream::isWhole);
            }
        }

        private ListPage answer(Request<ListPage> request) {
            requests++;
            String query = request.query();
            longestQuery = Math.max(longestQuery, query.length());
            String text = URLDecoder.decode(query, StandardCharsets.UTF_8);
            Matcher asked = ASKED.matcher(text);
            Matcher number = NUMBER.matcher(text);
            assertThat(asked.find() && number.find()).describedAs(text).isTrue();
            Set<Long> ids = List.of(asked.group(1).split(",")).stream()
                    .map(Long::valueOf)
                    .collect(Collectors.toSet());
            int page = Integer.parseInt(number.group(1));
            List<ObjectNode> rows = ids.stream()
                    .flatMap(id -> lines.getOrDefault(id, List.of()).stream())
                    .sorted(order(text))
                    .toList();
            ObjectNode answer = JSON.createObjectNode()
                    .put("count", String.valueOf(rows.size()))
                    .put("pages", (rows.size() + pageSize - 1) / pageSize)
                    .put("page", page);
            answer.putArray("list")
                    .addAll(rows.subList(
                            Math.min(rows.size(), (page - 1) * pageSize), Math.min(rows.size(), page * pageSize)));
            if (edits != null && edits.nextInt(3) == 0) {
                edit();
            }
            return request.read(new Answer(200, Map.of(), answer.toString()));
        }

        private Comparator<ObjectNode> order(String query) {
            Comparator<ObjectNode> byId =
                    Comparator.comparingLong(line -> line.path("id").asLong());
            Comparator<ObjectNode> byOrder =
                    Comparator.comparingLong(line -> line.path("order_id").asLong());
            if (!query.contains("order=order_id ASC")) {
                return byId;
            }
            return sorts ? byOrder.thenComparing(byId) : byOrder.reversed();
        }

        /** A line of any order goes, or one comes. */
        private void edit() {
            long order = 1 + edits.nextInt(orders);
            edited.add(order);
            List<ObjectNode> its = lines.getOrDefault(order, List.of());
            if (its.isEmpty() || edits.nextBoolean()) {
                add(++lastLine, order);
            } else {
                its.remove(edits.nextInt(its.size()));
            }
        }

        void assertWhole() {
            assertThat(fetched).hasSize(orders);
            fetched.forEach((id, order) ->
                    assertThat(ids(order.lines())).describedAs("order %d", id).isEqualTo(idsOf(id)));
        }

        List<Long> idsOf(long order) {
            return ids(lines.getOrDefault(order, List.of()));
        }
    }
}
