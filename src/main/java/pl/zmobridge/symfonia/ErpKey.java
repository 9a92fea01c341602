package pl.zmobridge.symfonia;

/** With what a session is opened: the application's key and the device's name. */
public final class ErpKey {
    private final String applicationGuid;
    private final String deviceName;

    public ErpKey(String applicationGuid, String deviceName) {
        this.applicationGuid = applicationGuid;
        this.deviceName = deviceName;
    }

    /** The {@code Authorization} of {@code OpenNewSession}. */
    public String authorization() {
        return "Application " + applicationGuid;
    }

    public String deviceName() {
        return deviceName;
    }

    @Override
    public String toString() {
        return "ErpKey[" + deviceName + "]"; // I6
    }
}
