package pl.zmobridge.sim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pl.zmobridge.sim.SimClient.Answer;

class SymfoniaAccessTest extends SymfoniaFixture {
    @Test
    void contractorsAreFoundByCodeIdAndNipAsText() {
        long id = symfonia.addContractor("F1", "Firma", "111-111-11-11", 6)
                .get("Id")
                .asLong();

        assertThat(client.get("/api/Contractors?code=F1")
                        .json()
                        .at("/PaymentForm/Id")
                        .asLong())
                .isEqualTo(6);
        assertThat(client.get("/api/Contractors?id=" + id).json().get("Code").asText())
                .isEqualTo("F1");
        assertThat(client.get("/api/Contractors?nip=111-111-11-11").json()).hasSize(1);
        assertThat(client.get("/api/Contractors?nip=1111111111").json()).isEmpty();
        assertThat(client.get("/api/Contractors?code=F2").status()).isEqualTo(404);
    }

    @Test
    void aContractorsCodeIsUniqueAndShort() {
        assertThat(create("N1").status()).isEqualTo(200);
        assertThat(create("N1").message()).contains("już istnieje");
        assertThat(create("X".repeat(21)).status()).isEqualTo(400);
        symfonia.contractorCodeLimit(99);
        assertThat(create("X".repeat(40)).status()).isEqualTo(200);
        assertThat(create("X".repeat(41)).status()).isEqualTo(400);

        Answer updated = client.put("/api/Contractors/Update?syncFk=false", "{\"Code\":\"N1\",\"NIP\":\"5252525252\"}");
        assertThat(updated.text()).isEmpty();
        JsonNode card = client.get("/api/Contractors?code=N1").json();
        assertThat(card.get("NIP").asText()).isEqualTo("5252525252");
        assertThat(card.get("Name").asText()).isEqualTo("Nowy");
        assertThat(client.put("/api/Contractors/Update", "{\"Code\":\"N9\"}").status())
                .isEqualTo(404);
    }

    private Answer create(String code) {
        return client.post(
                "/api/Contractors/Create?syncFk=false", "{\"code\":\"%s\",\"name\":\"Nowy\"}".formatted(code));
    }

    @Test
    void ofManyWhoCreateOneContractorAtOnceExactlyOneSucceeds() {
        var racers = IntStream.range(0, 8)
                .mapToObj(
                        i -> CompletableFuture.supplyAsync(() -> create("RACE").status()))
                .toList();

        assertThat(racers.stream().map(CompletableFuture::join).filter(status -> status == 200))
                .hasSize(1);
    }

    @Test
    void aSessionIsNeededExpiresAndIsLicensed() {
        assertThat(new SimClient(symfonia.url()).get("/api/PaymentForms").status())
                .isEqualTo(401);
        assertThat(new SimClient(symfonia.url())
                        .get("/api/Ping")
                        .json()
                        .get("OpenSessionsNumber")
                        .asInt())
                .isEqualTo(1);
        assertThat(new SimClient(symfonia.url()).get("/api/Alive").status()).isEqualTo(200);
        assertThat(new SimClient(symfonia.url())
                        .authorized("Application wrong")
                        .get("/api/Sessions/OpenNewSession?deviceName=x")
                        .status())
                .isEqualTo(401);

        symfonia.sessionLimit(2);
        SimClient second = SimClient.of(symfonia);
        assertThat(second.openSession().status()).isEqualTo(400);
        assertThat(second.openSession().message()).contains("licencji");
        assertThat(second.get("/api/Sessions/SessionInformation")
                        .json()
                        .get("TotalSessionsCount")
                        .asInt())
                .isEqualTo(2);
        assertThat(second.get("/api/Sessions/CloseSession").status()).isEqualTo(200);
        assertThat(second.get("/api/PaymentForms").status()).isEqualTo(401);

        clock.advance(Duration.ofMinutes(31));
        assertThat(client.get("/api/PaymentForms").status()).isEqualTo(401);
        symfonia.expireSessionsAfter(1);
        SimClient brief = SimClient.of(symfonia);
        assertThat(brief.get("/api/PaymentForms").status()).isEqualTo(200);
        assertThat(brief.get("/api/PaymentForms").status()).isEqualTo(401);
    }

    @Test
    void dictionariesHoldWhatTheDefaultConfigurationNeeds() {
        assertThat(client.get("/api/PaymentForms").json().findValuesAsText("Name"))
                .contains("Przelew – 7 dni", "Gotówka");
        JsonNode types = client.get("/api/Orders/ZMODocumentTypes").json();
        assertThat(types.findValuesAsText("Code")).containsExactly("ZMO", "ZMP");
        long receipt = types.get(1).get("Id").asLong();
        assertThat(client.get("/api/Orders/DocumentSeries?documentTypeId=" + receipt)
                        .json()
                        .findValuesAsText("Code"))
                .containsExactly("sZMP");
        assertThat(client.get("/api/Departments").json().findValuesAsText("Code"))
                .contains("SKLEP");
        assertThat(client.get("/api/PaymentRegistries").json().findValuesAsText("Code"))
                .contains("BANK");
        assertThat(client.get("/api/Warehouses").status()).isEqualTo(200);
        assertThat(client.get("/api/Products?code=DOSTAWA").status()).isEqualTo(200);
        assertThat(client.get("/api/Products?code=NIE-MA").status()).isEqualTo(404);
        assertThat(client.get("/api/InventoryStates/ByProduct?code=SPD-101")
                        .json()
                        .at("/0/AmountToSale")
                        .asInt())
                .isEqualTo(100_000);
        assertThat(client.get("/api/Nonsense").status()).isEqualTo(404);
    }
}
